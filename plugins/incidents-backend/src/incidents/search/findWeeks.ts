import type { Knex } from 'knex';
import { rowsOf } from '../../pipeline/database/tuples';
import { beginningLike } from './words';

/** So many are counted of a week and no more. */
export const mostCounted = 32;
/** Weeks that no instant is in. */
const never = 2 ** 31 - 1;

/** A week in which each of the words occurs. */
export interface Week {
  week: number;
  /** How often each word occurs, in their order; 32 stands for more too. */
  counts: number[];
}

/**
 * The weeks that can have what is looked for, the latest first: a few steps in an index for each week
 * in which anything began.
 */
export async function findWeeks(
  db: Knex,
  words: readonly string[],
  { first = -never, last = never }: { first?: number; last?: number },
): Promise<Week[]> {
  // Counted week by week: as a join, a database may think it better to read them all.
  const counts = words.map(
    (_, index) =>
      `(select count(*) from (
         select 1 from incident_words w
         where w.week = weeks.week and w.word >= ? and w.word < ?
         limit ${mostCounted}) c) as n${index}`,
  );
  const result = await db.raw(
    `with recursive weeks (week) as (
       select max(week) from incident_words where week <= ?
       union all
       select (select max(w.week) from incident_words w where w.week < weeks.week)
       from weeks where week > ?
     )
     select week, ${counts.join(', ')} from weeks where week >= ?`,
    [last, first, ...words.flatMap(beginningLike), first],
  );
  return rowsOf<Record<string, number | string>>(result)
    .map(row => ({
      week: Number(row.week),
      counts: words.map((_, index) => Number(row[`n${index}`])),
    }))
    .filter(week => week.counts.every(n => n > 0))
    .sort((a, b) => b.week - a.week);
}
