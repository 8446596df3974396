import { ConflictError } from '@backstage/errors';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import {
  shownStateOf,
  type AttemptDetails,
  type AttemptRow,
} from './AttemptRow';
import { newsOfAttempt } from './newsOfAttempt';
import type { RemediationContext } from './RemediationContext';

/** What is different; `said` and the like go into the details. */
export type AttemptChange = Partial<
  Omit<AttemptRow, 'id' | 'seq' | 'key' | 'details' | 'revision'>
> & { said?: Sentence; details?: Partial<AttemptDetails> };

/**
 * Compares and sets: of two who change an attempt at once one gets a ConflictError.
 *
 * @returns the row as it is now
 */
export async function changeAttempt(
  { append }: Pick<RemediationContext, 'append'>,
  trx: Knex.Transaction,
  row: AttemptRow,
  { said, details, ...columns }: AttemptChange,
): Promise<AttemptRow> {
  const before: AttemptDetails = JSON.parse(row.details);
  const change = {
    ...columns,
    details: JSON.stringify({ ...before, ...details, ...(said && { said }) }),
    revision: row.revision + 1,
  };
  const changed = await trx<AttemptRow>('attempts')
    .where({ id: row.id, revision: row.revision })
    .update(change);
  if (!changed)
    throw new ConflictError(`${row.id} was changed meanwhile; look again`);
  const now = { ...row, ...change };
  if (shownStateOf(now) !== shownStateOf(row))
    await append(trx, newsOfAttempt(now));
  return now;
}

export async function readAttempt(
  db: Knex,
  id: string,
): Promise<AttemptRow | undefined> {
  const row = await db<AttemptRow>('attempts').where({ id }).first();
  return row && { ...row, revision: Number(row.revision) };
}
