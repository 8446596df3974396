import { ConflictError, NotFoundError } from '@backstage/errors';
import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { IncidentRow } from './IncidentRow';

/**
 * Keeps others from changing an incident until the transaction ends, and marks it as changed.
 *
 * @throws NotFoundError when it does not exist or was deleted
 * @throws ConflictError when it is part of another now, unless `merged` ones are taken too
 */
export async function lockIncident(
  trx: Knex.Transaction,
  number: number,
  now: number,
  options: { merged?: boolean } = {},
): Promise<IncidentRow> {
  // An update rather than `select for update`: it locks the row on both databases.
  const [row] = await trx<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .update({ updated_at: now })
    .returning('*');
  if (!row) throw new NotFoundError(`No incident '${incidentIdOf(number)}'`);
  if (row.merged_into !== null && !options.merged)
    throw new ConflictError(
      `${incidentIdOf(number)} is part of ${incidentIdOf(
        row.merged_into,
      )} now: change that one`,
    );
  return row;
}
