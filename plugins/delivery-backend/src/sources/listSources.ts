import type { SourceStatus } from '@ghostlight/plugin-delivery-common';
import type {
  ChangeAdapter,
  ChangeSource,
  Driver,
  MetricSource,
} from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';

const day = 86_400_000;

interface Counted {
  source: string;
  count: number | string;
  last: number | string;
}

/** What is there, by id. */
export interface Installed {
  sources: ReadonlyMap<string, ChangeSource>;
  adapters?: ReadonlyMap<string, ChangeAdapter>;
  drivers?: ReadonlyMap<string, Driver>;
  metricSources?: ReadonlyMap<string, MetricSource>;
}

/** All that is installed, and how what runs or takes something in does. Two queries. */
export async function listSources(
  db: Knex,
  installed: Installed,
  now: number,
): Promise<SourceStatus[]> {
  const [rows, told, taken] = await Promise.all([
    db('sources').select('*'),
    db('changes')
      .join('deployments', 'deployments.id', 'changes.change_id')
      .where('changes.recorded_at', '>=', now - day)
      .groupBy('deployments.source')
      .select('deployments.source')
      .count<Counted[]>({ count: '*' }),
    db('deliveries')
      .where('received_at', '>=', now - day)
      .groupBy('adapter')
      .select({ source: 'adapter' })
      .count({ count: '*' })
      .max<Counted[]>({ last: 'received_at' }),
  ]);
  const counts = new Map(told.map(row => [row.source, Number(row.count)]));
  const sources = [...installed.sources.values()].map(({ id, title }) => {
    const row = rows.find(one => one.id === id);
    return {
      id,
      title,
      kind: 'source' as const,
      state: stateOf(row?.healthy ?? null),
      ...(row?.status && {
        said: {
          code: 'source.said',
          text: row.status,
          params: { text: row.status },
        },
      }),
      ...(row?.last_at && { lastAt: iso(row.last_at) }),
      count24h: counts.get(id) ?? 0,
    };
  });
  const adapters = [...(installed.adapters?.values() ?? [])].map(
    ({ id, title }) => {
      const row = taken.find(one => one.source === id);
      return {
        id,
        title,
        kind: 'adapter' as const,
        state: row ? ('healthy' as const) : ('idle' as const),
        ...(row && { lastAt: iso(row.last) }),
        count24h: Number(row?.count ?? 0),
      };
    },
  );
  const others = (
    all: ReadonlyMap<string, { id: string; title: string }> = new Map(),
    kind: 'driver' | 'metrics',
  ) =>
    [...all.values()].map(({ id, title }) => ({
      id,
      title,
      kind,
      state: 'unknown' as const,
    }));
  return [
    ...sources,
    ...adapters,
    ...others(installed.drivers, 'driver'),
    ...others(installed.metricSources, 'metrics'),
  ];
}

function stateOf(healthy: unknown): SourceStatus['state'] {
  if (healthy === null) return 'unknown';
  return healthy ? 'healthy' : 'failing';
}

function iso(at: unknown): string {
  return new Date(Number(at)).toISOString();
}
