import type { Knex } from 'knex';
import type { KnownSchedule } from '../StoredSchedule';

/** A row of `oncall_schedules`. PostgreSQL gives its big integers as text. */
export interface ScheduleRow {
  source: string;
  owner_ref: string;
  annotated: string | null;
  schedule: string | null;
  fetched_at: number | string | null;
  tried_at: number | string;
  error: string | null;
}

export function toKnown(row: ScheduleRow): KnownSchedule {
  return {
    source: row.source,
    ownerRef: row.owner_ref,
    ...(row.annotated !== null && { annotated: JSON.parse(row.annotated) }),
    ...(row.schedule !== null && { schedule: JSON.parse(row.schedule) }),
    ...(row.fetched_at !== null && { fetchedAt: Number(row.fetched_at) }),
    triedAt: Number(row.tried_at),
    ...(row.error !== null && { error: row.error }),
  };
}

export function toRow(known: KnownSchedule): ScheduleRow {
  return {
    source: known.source,
    owner_ref: known.ownerRef,
    annotated: known.annotated ? JSON.stringify(known.annotated) : null,
    schedule: known.schedule ? JSON.stringify(known.schedule) : null,
    fetched_at: known.fetchedAt ?? null,
    tried_at: known.triedAt,
    error: known.error ?? null,
  };
}

/** What is known of these owners, in no order. */
export async function readSchedules(
  db: Knex,
  ownerRefs: readonly string[],
): Promise<KnownSchedule[]> {
  const rows = await db<ScheduleRow>('oncall_schedules').whereIn(
    'owner_ref',
    ownerRefs,
  );
  return rows.map(toKnown);
}

/** The rotations there are, by owner; those of which nothing was ever known left out. */
export async function listSchedules(
  db: Knex,
  limit: number,
): Promise<KnownSchedule[]> {
  const rows = await db<ScheduleRow>('oncall_schedules')
    .where(where => where.whereNotNull('schedule').orWhereNotNull('error'))
    .orderBy(['owner_ref', 'source'])
    .limit(limit);
  return rows.map(toKnown);
}
