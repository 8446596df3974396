import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** The current verdict of an objective, or undefined when there is none (yet). */
export async function getVerdict(
  db: Knex,
  ref: string,
): Promise<ObjectiveStatus | undefined> {
  const row = await db('verdicts').where({ ref }).first('body');
  return row && JSON.parse(row.body);
}
