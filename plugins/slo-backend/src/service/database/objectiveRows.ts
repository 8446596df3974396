import type { Objective } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/** An objective as compiled, with whose it is. */
export interface ObjectiveRow {
  id: number;
  objective: Objective;
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
}

/** Current objectives (not the removed ones) by ref or by measured entity. */
export async function getObjectiveRows(
  db: Knex,
  where: Where,
  visible?: Visibility,
): Promise<ObjectiveRow[]> {
  const found: ObjectiveRow[] = [];
  for (const condition of conditions(where)) {
    const query = condition(
      db('objectives').whereNull('removed_at').orderBy('ref'),
    );
    whereVisible(query, visible);
    const rows = await query;
    for (const row of rows) {
      found.push({
        id: row.id,
        objective: JSON.parse(row.definition),
        entityRef: row.entity_ref,
        ownerRef: row.owner_ref ?? undefined,
        systemRef: row.system_ref ?? undefined,
        domainRef: row.domain_ref ?? undefined,
      });
    }
  }
  return found;
}

type Where =
  | { refs: string[] }
  | { entityRef: string }
  /** Up to 500. */
  | { entityRefs: string[] };

type Narrow = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

function conditions(where: Where): Narrow[] {
  if ('entityRefs' in where)
    return [query => query.whereIn('entity_ref', where.entityRefs)];
  if ('entityRef' in where)
    return [query => query.where({ entity_ref: where.entityRef })];
  // A statement takes a bounded number of values.
  const parts: Narrow[] = [];
  for (let at = 0; at < where.refs.length; at += 500) {
    const refs = where.refs.slice(at, at + 500);
    parts.push(query => query.whereIn('ref', refs));
  }
  return parts;
}
