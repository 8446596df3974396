import type { Knex } from 'knex';
import type { OutboxRow } from './OutboxRow';
import { rowsOf } from './rowsOf';

/**
 * Takes due messages of a topic for `visibility` milliseconds, of each lane the first only. Replicas
 * that claim at once pass over each other's rows; SQLite lets one of them write at a time.
 */
export async function claimDue(
  database: Knex,
  now: string,
  claim: { topic: string; limit: number; id: string; visibility: number },
): Promise<OutboxRow[]> {
  const lock = String(database.client.config.client).includes('pg')
    ? 'for update of due skip locked'
    : '';
  const rows = await rowsOf<OutboxRow>(
    database,
    `with picked as (
       select due.id from outbox as due
       where due.topic = ? and due.finished_at is null and due.due_at <= ${now}
         and (due.lane is null or not exists (
           select 1 from outbox as ahead
           where ahead.lane = due.lane and ahead.finished_at is null
             and ahead.id < due.id
         ))
       order by due.due_at, due.id limit ? ${lock}
     )
     update outbox
     set claim = ?, due_at = ${now} + ?, attempts = attempts + 1
     where id in (select id from picked)
     returning id, topic, key, lane, payload, attempts, not_before, ${now} as now`,
    [claim.topic, claim.limit, claim.id, claim.visibility],
  );
  return rows.sort((a, b) => Number(a.id) - Number(b.id));
}
