import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** The verdicts of all of an entity's objectives, the least budget left first. */
export async function getEntityVerdicts(
  db: Knex,
  entityRef: string,
): Promise<ObjectiveStatus[]> {
  const rows: { body: string }[] = await db('verdicts')
    .where({ entity_ref: entityRef })
    .orderBy(['budget_left', 'ref'])
    .select('body');
  return rows.map(row => JSON.parse(row.body));
}
