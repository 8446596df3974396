import type { Knex } from 'knex';
import { isPostgres } from '../../pipeline/database/tuples';
import type { IncidentRow } from '../IncidentRow';
import { startOf } from './weekOf';
import { findWeeks, mostCounted, type Week } from './findWeeks';
import { beginningLike } from './words';

/** With fewer hits it is of no use to look at what comes next in the list. */
const fewHits = 1_000;
/** So many of what comes next in the list are looked at one by one: likely enough for a common word. */
const near = 200;
/** And so many when filters leave few. */
const far = 2_000;

type Rows = Knex.QueryBuilder<IncidentRow, IncidentRow[]>;

export interface Search {
  /** What each incident must have words beginning with. */
  words: readonly string[];
  /** All else that must hold, in the order of the list and from where the last page ended. */
  narrowed: () => Rows;
  /** Puts in the order of the list. */
  ordered: (query: Rows) => Rows;
  /** The list begins with the latest start. */
  latestFirst: boolean;
  /** Something narrows it down besides the words and the time. */
  filtered: boolean;
  /** Weeks of the first and of the last that can be in it. */
  weeks: { first?: number; last?: number };
  limit: number;
}

/**
 * The first incidents of a list that have all words. What it costs depends on how many are wanted, not
 * on how many there are: common words are found soon among what is next in the list, rare ones by
 * their rows in the index; of the weeks, only those are gone through that have all words.
 */
export async function searchIncidents(
  db: Knex,
  search: Search,
): Promise<IncidentRow[]> {
  if (!search.words.length) return [];
  const weeks = await findWeeks(db, search.words, search.weeks);
  if (!weeks.length) return [];
  const hits = search.words.map((_, word) => sum(weeks, word));
  const rarest = hits.indexOf(Math.min(...hits));
  const few =
    hits[rarest] <= fewHits &&
    weeks.every(({ counts }) => counts[rarest] < mostCounted);
  const { latestFirst, limit } = search;
  if (!few) {
    const found = await amongCandidates(db, search, weeks);
    if (found) return found;
  }
  const words = [...search.words];
  words.unshift(...words.splice(rarest, 1));
  const rounds = latestFirst ? roundsOf(weeks, rarest, limit) : [weeks];
  const found: IncidentRow[] = [];
  for (const round of rounds) {
    const rows: IncidentRow[] = await whereWords(
      db,
      search.ordered(search.narrowed()),
      { words, few, weeks: round.map(({ week }) => week) },
    ).limit(limit - found.length);
    found.push(...rows);
    if (found.length >= limit) break;
  }
  return found;
}

/**
 * Looks at what comes next in the list, one by one; in the order of time, from the first week on.
 *
 * @returns undefined when there are more than were looked at and the page is not full
 */
async function amongCandidates(
  db: Knex,
  { words, narrowed, ordered, latestFirst, filtered, limit }: Search,
  [{ week }]: Week[],
): Promise<IncidentRow[] | undefined> {
  const next = (): Rows => {
    const query = ordered(narrowed());
    if (latestFirst) query.where('started_at', '<', startOf(week + 1));
    return query.clearSelect();
  };
  for (const most of filtered ? [near, far] : [near]) {
    const inner = next().select('number', 'severity', 'started_at').limit(most);
    const numbers: Rows = db.queryBuilder().select('number').limit(limit);
    numbers.from(inner.as('candidates'));
    for (const word of words) whereWord(numbers, 'candidates.number', word);
    const query: Rows = db('incidents').whereIn('number', ordered(numbers));
    const found: IncidentRow[] = await ordered(query);
    if (found.length >= limit) return found;
    const [more] = await next().select('number').offset(most).limit(1);
    if (!more) return found;
  }
  return undefined;
}

/** Weeks to go through together: likely enough for a page, and twice as many each time. */
function roundsOf(weeks: Week[], rarest: number, wanted: number): Week[][] {
  const rounds: Week[][] = [];
  let expected = Infinity;
  for (const week of weeks) {
    if (expected >= wanted * 2 ** (rounds.length - 1)) {
      rounds.push([]);
      expected = 0;
    }
    rounds[rounds.length - 1].push(week);
    expected += week.counts[rarest];
  }
  return rounds;
}

/**
 * By the rows of the rarest word in these weeks; the others are asked of each of them or, when they are
 * many, compared as a whole.
 */
function whereWords(
  db: Knex,
  query: Rows,
  options: { words: string[]; weeks: number[]; few: boolean },
): Rows {
  const { words, weeks, few } = options;
  const having = (word: string) =>
    db('incident_words as found')
      .select('found.incident_number')
      .whereIn('found.week', weeks)
      .whereRaw('found.word >= ? and found.word < ?', beginningLike(word));
  const postgres = isPostgres(db);
  const [rarest, ...others] = words;
  const numbers = having(rarest);
  for (const word of others) {
    if (few) whereWord(numbers, 'found.incident_number', word);
    else if (postgres) numbers.intersect(having(word));
    // With the sign, it does not ask each row by the key instead.
    else numbers.whereRaw('+found.incident_number in (?)', [having(word)]);
  }
  // As an array PostgreSQL looks them up by key, in whatever number it expects them.
  return query.whereRaw(
    postgres ? 'incidents.number = any(array(?))' : 'incidents.number in (?)',
    [numbers],
  );
}

/** Asked of each row: with `exists` a database may read all rows of the word instead. */
function whereWord(
  query: Knex.QueryBuilder,
  number: string,
  word: string,
): void {
  query.whereRaw(
    `(select 1 from incident_words w where w.incident_number = ??
       and w.word >= ? and w.word < ? limit 1) = 1`,
    [number, ...beginningLike(word)],
  );
}

function sum(weeks: Week[], word: number): number {
  return weeks.reduce((total, { counts }) => total + counts[word], 0);
}
