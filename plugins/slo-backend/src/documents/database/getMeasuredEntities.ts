import type { Knex } from 'knex';

/** The entities that stored documents say they measure. */
export async function getMeasuredEntities(db: Knex): Promise<string[]> {
  return db('documents')
    .whereNotNull('entity_ref')
    .distinct('entity_ref')
    .pluck('entity_ref');
}
