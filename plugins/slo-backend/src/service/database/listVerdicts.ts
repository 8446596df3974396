import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { type CursorPosition } from '@ghostlight/reliability-node';
import { whereMatches, type ObjectiveFilter } from './whereMatches';

/** What objectives may be sorted by. */
export type ObjectiveOrder = 'budget' | 'burn' | 'title' | 'entity' | 'owner';

const keys: Record<ObjectiveOrder, string> = {
  budget: 'budget_left',
  burn: 'burn',
  title: 'title',
  entity: 'entity_ref',
  owner: `coalesce(owner_ref, '')`,
};

/** One page of verdicts, and where the next one starts when there is one. */
export async function listVerdicts(
  db: Knex,
  options: {
    filter: ObjectiveFilter;
    orderBy: ObjectiveOrder;
    order: 'asc' | 'desc';
    limit: number;
    after?: CursorPosition<string>;
  },
): Promise<{ items: ObjectiveStatus[]; next?: CursorPosition<string> }> {
  const { filter, orderBy, order, limit, after } = options;
  const key = keys[orderBy];
  const query = db('verdicts')
    .select('ref', 'body', db.raw(`${key} as sort_key`))
    .orderByRaw(`${key} ${order}, ref ${order}`)
    .limit(limit + 1);
  whereMatches(query, filter);
  if (after) {
    const beyond = order === 'asc' ? '>' : '<';
    // Row values, so that the index is entered where the last page ended.
    query.whereRaw(`(${key}, ref) ${beyond} (?, ?)`, [after.value, after.id]);
  }
  const rows: { ref: string; body: string; sort_key: string | number }[] =
    await query;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: page.map(row => JSON.parse(row.body)),
    next: last && { value: last.sort_key, id: last.ref },
  };
}
