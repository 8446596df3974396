import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/** Entities with objectives, and those of them with a critical one. */
export async function countServices(
  db: Knex,
  visible: Visibility,
): Promise<{ services: number; burningServices: number }> {
  const query = db('verdicts').first(
    db.raw('count(distinct entity_ref) as services'),
    db.raw(
      `count(distinct case when status = 'critical' then entity_ref end) as burning`,
    ),
  );
  whereVisible(query, visible);
  const row = await query;
  return {
    services: Number(row.services),
    burningServices: Number(row.burning),
  };
}
