import type { Knex } from 'knex';
import type { ScheduleRow } from './scheduleRows';

/** When a source was asked about its owners, without the schedules themselves. */
export async function readAsked(
  db: Knex,
  source: string,
): Promise<
  Map<string, { annotated: string | null; triedAt: number; failed: boolean }>
> {
  const rows = await db<ScheduleRow>('oncall_schedules')
    .where({ source })
    .select('owner_ref', 'annotated', 'tried_at', 'error');
  return new Map(
    rows.map(row => [
      row.owner_ref,
      {
        annotated: row.annotated,
        triedAt: Number(row.tried_at),
        failed: row.error !== null,
      },
    ]),
  );
}
