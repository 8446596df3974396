import type { Signals, SourceState } from '@ghostlight/plugin-slo-common';
import type { SignalReading } from '@ghostlight/plugin-slo-node';
import { listSignals, type StoredSignals } from '../database/listSignals';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

const day = 24 * 60;
const stale = 5 * 60;

/** An entity's golden signals and resources of the last day, as they were read from its source. */
export async function readSignals(
  context: ServiceContext,
  entityRef: string,
): Promise<Signals> {
  const ref = readEntityRef('entityRef', entityRef);
  const now = context.now();
  const since = Math.floor(now / 60) - day;
  const history = (await listSignals(context.db, ref, since)).map(
    ({ body }) => body,
  );
  const last = history[history.length - 1];
  return {
    entityRef: ref,
    asOf: last?.at ?? null,
    source: stateOf(context, last, now),
    latest: last ? valuesOf(last) : {},
    history: history.slice(-day).map(reading => ({
      at: reading.at,
      ...valuesOf(reading),
    })),
    endpoints: (last?.endpoints ?? [])
      .slice(0, 50)
      .map(({ endpoint, p99 = null, traffic = null }) => ({
        endpoint,
        p99,
        traffic,
      })),
  };
}

function valuesOf(reading: SignalReading) {
  const { p50, p95, p99, traffic, errors, saturation } = reading;
  const { cpu, memory, connections, queue } = reading;
  return {
    p50: p50 ?? null,
    p95: p95 ?? null,
    p99: p99 ?? null,
    traffic: traffic ?? null,
    errors: errors ?? null,
    saturation: saturation ?? null,
    cpu: cpu ?? null,
    memory: memory ?? null,
    connections: connections ?? null,
    queue: queue ?? null,
  };
}

function stateOf(
  { sources }: ServiceContext,
  last: StoredSignals | undefined,
  now: number,
): SourceState {
  const source =
    sources.get(last?.source ?? '') ??
    [...sources.values()].find(({ readSignals: can }) => can);
  if (!source) {
    return {
      name: '',
      type: 'none',
      state: 'waiting',
      message: 'No configured source reads golden signals.',
    };
  }
  const { name, type } = source;
  if (!last) return { name, type, state: 'waiting' };
  return now - last.at > stale
    ? { name, type, state: 'failing', since: last.at }
    : { name, type, state: 'ok' };
}
