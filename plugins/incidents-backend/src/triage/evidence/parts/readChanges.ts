import { whereInList } from '../../../database/whereInList';
import { webAddress } from '../../../alerts/describeAlert';
import { isoOf } from '../../../service/times';
import type { EvidencePart, PartContext } from '../EvidencePart';

const hour = 60 * 60_000;
/** A change that did no harm for so long is no likely cause. */
const before = 6 * hour;
/** Clocks of senders differ: what is a little later may be the cause. */
const skew = 5 * 60_000;
const most = 60;

const kinds = ['deployment', 'rollback', 'config', 'flag', 'scale'] as const;
const outcomes = ['succeeded', 'failed', 'running'] as const;

interface ChangeRow {
  id: number | string;
  entity_ref: string;
  kind: string;
  title: string;
  version: string | null;
  author: string | null;
  outcome: string | null;
  url: string | null;
  at: number | string;
  delivery_id: string | null;
  rollback_id: string | null;
}

/**
 * Changes of what is affected and what it depends on: those before the first symptom, the latest
 * first, then those since. Who may see an incident may see the changes before it.
 */
export async function readChanges({
  context: { db },
  scope,
}: PartContext): Promise<EvidencePart> {
  const { near, firstSymptom, at } = scope;
  const read = (from: number, to: number, order: 'asc' | 'desc') => {
    const query = db('changes')
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy('at', order)
      .orderBy('id', order)
      .limit(most)
      .select<ChangeRow[]>('*');
    whereInList(query, 'entity_ref', near);
    return query;
  };
  const turn = firstSymptom + skew;
  const [earlier, later] = await Promise.all([
    read(firstSymptom - before, turn, 'desc'),
    at > turn ? read(turn, at, 'asc') : [],
  ]);
  const rows = [...earlier, ...later.slice(0, most / 3)];
  return {
    case: {
      changes: rows.map(row => ({
        id: `change:${row.id}`,
        kind: kinds.find(kind => kind === row.kind) ?? 'other',
        title: row.title,
        entityRef: row.entity_ref,
        at: isoOf(row.at),
        version: row.version ?? undefined,
        author: row.author ?? undefined,
        outcome: outcomes.find(outcome => outcome === row.outcome),
        url: linkOf(row),
      })),
    },
  };
}

function linkOf(row: ChangeRow): string | undefined {
  if (row.rollback_id) return `/delivery/rollbacks/${row.rollback_id}`;
  if (row.delivery_id) return `/delivery/changes/${row.delivery_id}`;
  return webAddress(row.url);
}
