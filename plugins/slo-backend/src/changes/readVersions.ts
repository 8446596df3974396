import type { Knex } from 'knex';
import type { ChangeRow } from './ChangeRow';

/** Versions that are told apart, at most; what was before them is not attributed. */
const most = 200;

/** A version and how long it ran, in epoch seconds. */
export interface RunningVersion {
  version: string;
  changeId: string;
  from: number;
  /** Undefined while it runs. */
  to?: number;
}

/**
 * The versions of an entity that ran at some time after an instant, oldest first: in the environment that
 * is asked for, else in `production`, or in the one that was deployed to last where there is none of that
 * name.
 */
export async function readVersions(
  db: Knex,
  entityRef: string,
  since: number,
  wanted?: string,
): Promise<RunningVersion[]> {
  const environment = wanted ?? (await environmentOf(db, entityRef));
  if (environment === undefined) return [];
  const placed = () =>
    db('changes')
      .where({ entity_ref: entityRef, environment })
      .whereNotNull('active_from')
      .orderByRaw('active_from desc, id desc');
  const rows: ChangeRow[] = await placed()
    .where('active_from', '>', since)
    .limit(most);
  // What ran when the time began.
  if (rows.length < most)
    rows.push(...(await placed().where('active_from', '<=', since).limit(1)));
  return rows
    .map((row, at) => ({
      version: row.version ?? row.title,
      changeId: row.id,
      from: Math.max(Number(row.active_from), since),
      to: rows[at - 1]?.active_from ?? undefined,
    }))
    .reverse();
}

async function environmentOf(
  db: Knex,
  entityRef: string,
): Promise<string | undefined> {
  const rows: { environment: string; last: number }[] = await db('changes')
    .where({ entity_ref: entityRef })
    .whereNotNull('active_from')
    .groupBy('environment')
    .select('environment')
    .max({ last: 'active_from' });
  const names = rows
    .sort((a, b) => Number(b.last) - Number(a.last))
    .map(({ environment }) => environment);
  return names.includes('production') ? 'production' : names[0];
}
