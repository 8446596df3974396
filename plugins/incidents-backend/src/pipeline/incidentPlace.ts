import type { IncidentRow } from '../incidents';
import type { Batch } from './Batch';
import { listOf, isPostgres, rowsOf } from './database/tuples';

/** Merges of merges that are followed. */
const longestChain = 10;

/**
 * Reads incidents, and those they were merged into, and keeps people from changing them until the
 * batch ends. The counter `incident` must be locked before.
 */
export async function lockIncidents(
  batch: Pick<Batch, 'trx' | 'incidents'>,
  numbers: Iterable<number | null | undefined>,
): Promise<void> {
  const { trx, incidents } = batch;
  let wanted = new Set<number>();
  for (const number of numbers)
    if (typeof number === 'number' && !incidents.has(number))
      wanted.add(number);
  for (let hop = 0; wanted.size && hop <= longestChain; hop++) {
    const rows = rowsOf<IncidentRow>(
      await trx.raw(
        `select * from incidents where number in (select v from ? w)
         order by number ${isPostgres(trx) ? 'for update' : ''}`,
        [listOf(trx, 'int', wanted)],
      ),
    );
    wanted = new Set();
    for (const row of rows) {
      incidents.set(row.number, row);
      if (row.merged_into !== null && !incidents.has(row.merged_into))
        wanted.add(row.merged_into);
    }
  }
}

/**
 * The incident that an alert of this one belongs to now: itself, the one it was merged into, or none
 * when it was deleted or was resolved too long ago.
 */
export function placeOfIncident(
  { incidents, now }: Pick<Batch, 'incidents' | 'now'>,
  number: number,
  reopenWithinMs: number,
): number | undefined {
  let at: IncidentRow | undefined = incidents.get(number);
  for (let hop = 0; at && at.merged_into !== null; hop++) {
    if (hop >= longestChain) return undefined;
    at = incidents.get(at.merged_into);
  }
  if (!at || at.deleted_at !== null) return undefined;
  if (at.status !== 'resolved') return at.number;
  return Number(at.resolved_at) + reopenWithinMs > now ? at.number : undefined;
}
