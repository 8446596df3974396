import type { Knex } from 'knex';
import type { KnownSchedule } from '../StoredSchedule';
import { toRow } from './scheduleRows';

/** Seven bindings a row, far below SQLite's limit. */
const chunk = 200;

/**
 * Keeps answers. One that is older than what is there, as when two replicas asked at once, is
 * dropped.
 */
export async function writeSchedules(
  trx: Knex,
  known: readonly KnownSchedule[],
): Promise<void> {
  for (let at = 0; at < known.length; at += chunk) {
    await trx('oncall_schedules')
      .insert(known.slice(at, at + chunk).map(toRow))
      .onConflict(['source', 'owner_ref'])
      .merge()
      .whereRaw('oncall_schedules.tried_at <= excluded.tried_at');
  }
}

/** Forgets owners that a source has no rotation for any more. */
export async function forgetSchedules(
  trx: Knex,
  source: string,
  ownerRefs: readonly string[],
): Promise<void> {
  for (let at = 0; at < ownerRefs.length; at += 500) {
    await trx('oncall_schedules')
      .where({ source })
      .whereIn('owner_ref', ownerRefs.slice(at, at + 500))
      .delete();
  }
}
