import type { IncidentStatus, Said } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { appendTimeline } from './appendTimeline';
import type { IncidentRow } from './IncidentRow';

export interface StatusChange {
  incident: number;
  to: IncidentStatus;
  now: number;
  /** User ref; left out for what the product did. */
  by?: string;
  /** In words, for the timeline. */
  because?: string;
  said?: Said;
  /** The incident, when the caller has locked it. */
  locked?: IncidentRow;
}

/**
 * Moves an incident to a status and keeps the instants that metrics are made of. The first
 * `identified` counts, the first `monitoring` says that a mitigation was applied; what nobody said is
 * left open. Leaving `resolved` reopens, and forgets when it was resolved and recovered.
 *
 * @returns what changed, or undefined when it had that status already or does not exist
 */
export async function changeStatus(
  trx: Knex.Transaction,
  change: StatusChange,
): Promise<
  { from: IncidentStatus; reopened: boolean; version: number } | undefined
> {
  const { incident: number, to, now } = change;
  const row = change.locked ?? (await lock(trx, number, now));
  if (!row || row.status === to) return undefined;
  const from = row.status as IncidentStatus;
  const reopened = from === 'resolved';
  const version = row.version + 1;
  const identified = to === 'identified' || to === 'monitoring';
  await trx('incidents')
    .where({ number })
    .update({
      status: to,
      ...(identified && { identified_at: row.identified_at ?? now }),
      ...(to === 'monitoring' && { mitigated_at: row.mitigated_at ?? now }),
      ...(reopened && { recovered_at: null, reopened: row.reopened + 1 }),
      resolved_at: to === 'resolved' ? now : null,
      // The minutes of its end are measured by then.
      impact_due_at: to === 'resolved' ? now + 3 * 60_000 : now,
      version,
    });
  const text =
    change.because ??
    (reopened ? `Reopened: ${to}` : `Status changed from ${from} to ${to}`);
  await appendTimeline(trx, [
    {
      incident: number,
      at: now,
      kind: 'status',
      author: change.by,
      text,
      said: change.said,
      data: { from, to },
    },
  ]);
  return { from, reopened, version };
}

/** Begins by writing, so that two at once are one after the other on both databases. */
async function lock(
  trx: Knex.Transaction,
  number: number,
  now: number,
): Promise<IncidentRow | undefined> {
  const [row] = await trx<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .whereNull('merged_into')
    .update({ updated_at: now })
    .returning('*');
  return row;
}
