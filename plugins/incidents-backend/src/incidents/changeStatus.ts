import type { IncidentStatus } from '@ghostlight/plugin-incidents-common';
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
}

/**
 * Moves an incident to a status and keeps the instants that metrics are made of: the first
 * `identified` counts; leaving `resolved` reopens and forgets when it was resolved and recovered;
 * resolving without word of a mitigation takes the end as its instant.
 *
 * @returns what changed, or undefined when it had that status already or does not exist
 */
export async function changeStatus(
  trx: Knex.Transaction,
  change: StatusChange,
): Promise<{ from: IncidentStatus; reopened: boolean } | undefined> {
  const { incident: number, to, now } = change;
  // Begins by writing, so that two at once are one after the other on both databases.
  const [row] = await trx<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .whereNull('merged_into')
    .update({ updated_at: now })
    .returning('*');
  if (!row || row.status === to) return undefined;
  const from = row.status as IncidentStatus;
  const reopened = from === 'resolved';
  const resolving = to === 'resolved';
  const identified = to !== 'investigating';
  await trx('incidents')
    .where({ number })
    .update({
      status: to,
      identified_at: identified ? row.identified_at ?? now : row.identified_at,
      mitigated_at:
        resolving || to === 'monitoring'
          ? row.mitigated_at ?? now
          : row.mitigated_at,
      recovered_at: resolving ? row.recovered_at ?? now : null,
      resolved_at: resolving ? now : null,
      reopened: row.reopened + (reopened ? 1 : 0),
      version: row.version + 1,
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
      data: { from, to },
    },
  ]);
  return { from, reopened };
}
