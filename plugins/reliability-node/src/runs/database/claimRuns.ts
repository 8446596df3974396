import type { Knex } from 'knex';
import { rowsOf } from '../../outbox/database/rowsOf';

const due = (now: string) =>
  `holder is null and due_at is not null and due_at <= ${now}`;

// A lease that ends further away than it lasts can only mean that the clock went back.
const forsaken = (now: string) =>
  `holder is not null and (lease_until <= ${now} or lease_until > ${now} + lease_ttl)`;

const listOf = (values: string[]) => values.map(() => '?').join(', ');

/** Whether anything may be claimed: a look at two indexes that disturbs nobody. */
export async function anyDue(
  database: Knex,
  now: string,
  kinds: string[],
): Promise<boolean> {
  const list = listOf(kinds);
  const rows = await rowsOf(
    database,
    `select 1 as found where
       exists (select 1 from runs where ${due(now)} and kind in (${list})) or
       exists (select 1 from runs where ${forsaken(
         now,
       )} and kind in (${list}))`,
    [...kinds, ...kinds],
  );
  return rows.length > 0;
}

/**
 * Takes runs that are due, and those whose holder let its time pass. Replicas that claim at once pass
 * over each other's rows; SQLite lets one of them write at a time.
 */
export async function claimRuns(
  database: Knex,
  now: string,
  claim: { kinds: string[]; limit: number; holder: string; ttl: number },
): Promise<{ id: string; token: number }[]> {
  const lock = String(database.client.config.client).includes('pg')
    ? 'for update skip locked'
    : '';
  const list = listOf(claim.kinds);
  const rows = await rowsOf<{ id: string; token: number | string }>(
    database,
    `with due as (
       select seq from runs where ${due(now)} and kind in (${list})
       order by due_at limit ? ${lock}
     ), forsaken as (
       select seq from runs where ${forsaken(now)} and kind in (${list})
       order by lease_until limit ? ${lock}
     ), picked as (
       select seq from forsaken union all select seq from due limit ?
     )
     update runs set holder = ?, token = token + 1,
       lease_until = ${now} + ?, lease_ttl = ?
     where seq in (select seq from picked)
     returning id, token`,
    [
      ...claim.kinds,
      claim.limit,
      ...claim.kinds,
      claim.limit,
      claim.limit,
      claim.holder,
      claim.ttl,
      claim.ttl,
    ],
  );
  return rows.map(({ id, token }) => ({ id, token: Number(token) }));
}
