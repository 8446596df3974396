import type { Knex } from 'knex';
import { listOf, rowsOf } from './tuples';

/** The current alert of each fingerprint, where there is one. */
export async function readCurrentAlerts(
  trx: Knex.Transaction,
  fingerprints: ReadonlySet<string>,
): Promise<object[]> {
  if (!fingerprints.size) return [];
  return rowsOf(
    await trx.raw(
      `select a.* from ? w join alerts a on a.fingerprint = w.v and a.current`,
      [listOf(trx, 'text', fingerprints)],
    ),
  );
}

/** Alerts by their ids, in their order. */
export async function readDueAlerts(
  trx: Knex.Transaction,
  ids: readonly number[],
): Promise<object[]> {
  if (!ids.length) return [];
  return rowsOf(
    await trx.raw(
      `select a.* from ? w join alerts a on a.id = w.v order by a.id`,
      [listOf(trx, 'bigint', ids)],
    ),
  );
}

/** Alerts of groups, by id. */
export async function readAlertsOf(
  trx: Knex.Transaction,
  groups: Iterable<number>,
): Promise<object[]> {
  const wanted = [...groups];
  if (!wanted.length) return [];
  return rowsOf(
    await trx.raw(
      `select * from alerts where group_id in (select v from ? w) order by id`,
      [listOf(trx, 'bigint', wanted)],
    ),
  );
}

export interface Undone {
  alert_id: number;
  kind: string;
  cause: string | null;
  /** Null until the pipeline has been there. */
  ended_at: number | string | null;
}

/** Kinds and causes of suppressions of these alerts that somebody undid. */
export async function readUndone(
  trx: Knex.Transaction,
  alerts: Iterable<number>,
): Promise<Undone[]> {
  const wanted = [...alerts];
  if (!wanted.length) return [];
  const rows = rowsOf<Undone>(
    await trx.raw(
      `select s.alert_id, s.kind, s.cause, s.ended_at from ? w
       join suppressions s on s.alert_id = w.v where s.undone_at is not null`,
      [listOf(trx, 'bigint', wanted)],
    ),
  );
  return rows.map(row => ({ ...row, alert_id: Number(row.alert_id) }));
}
