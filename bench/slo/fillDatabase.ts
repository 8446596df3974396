import type { Knex } from 'knex';
import { join } from 'node:path';
import { storeDocuments } from '../../plugins/slo-backend/src/documents/database/documentRows';
import { storeObjectives } from '../../plugins/slo-backend/src/documents/database/storeObjectives';
import type { Connection } from '../shared/connect';
import { belongingAt, documentOf, objectiveAt } from './fleet';

/** What to put in. */
export interface Filling {
  objectives: number;
  /** Of history by the hour. */
  days: number;
  /** Newest minutes that every objective has one by one. */
  minutes: number;
  /** Of the first objectives, with 3 days by the minute. */
  detailed: number;
  /** The minute, since the epoch, up to which all is measured. */
  to: number;
}

const shards = 16;

/** Where the plugin's migrations are. */
const migrations = join(__dirname, '../../plugins/slo-backend/migrations');

/** Makes the plugin's tables, with a fleet that has been measured for long. */
export async function fillDatabase(
  connection: Connection,
  db: Knex,
  filling: Filling,
): Promise<void> {
  await db.migrate.latest({ directory: migrations });
  await fillObjectives(db, filling);
  if (connection.kind === 'SQLite') await fillSqlite(db, filling);
  else await fillPostgres(db, filling);
}

async function fillObjectives(db: Knex, { objectives, to }: Filling) {
  const all = Array.from({ length: objectives }, (_, n) => objectiveAt(n));
  await storeDocuments(db, all.map(documentOf));
  await storeObjectives(db, {
    objectives: all,
    belongings: new Map(
      all.map(({ entityRef }, n) => [entityRef, belongingAt(n)]),
    ),
    shards,
    now: to * 60,
  });
  await db.raw(
    'update documents set entity_ref = (select o.entity_ref from objectives o where o.document_ref = documents.ref)',
  );
}

/**
 * Every objective has a pace of its own. One in twenty fails at 3 in 1000 and so has burned its
 * budget, the others at a tenth of what is allowed. `place` is a minute since the beginning.
 */
const number = (value: number) => `cast(${value} as double precision)`;
const total = `t.place * (${number(600)} + o.id % 100)`;
const good = `${total} * (case when o.id % 20 = 0 then ${number(
  0.997,
)} else ${number(0.9999)} end)`;

/** Statements stay small, so that neither database has to sort or hold it all. */
const chunk = 500;

/** Where an objective's rows are: every hour, then the newest minutes one by one. */
function places(filling: Filling, minutes: number) {
  const end = filling.days * 1440;
  const coarseEnd = Math.max(0, Math.floor((end - minutes) / 60) * 60);
  return { beginning: filling.to - end, coarseEnd, end };
}

async function fillLedger(db: Knex, filling: Filling) {
  const { objectives, detailed, minutes } = filling;
  const fill = async (first: number, last: number, kept: number) => {
    const { beginning, coarseEnd, end } = places(filling, kept);
    await db.raw('delete from places');
    const series: [number, number, number][] = [
      [0, coarseEnd, 60],
      [coarseEnd + 1, end, 1],
    ];
    for (const bounds of series) {
      await db.raw(
        `insert into places with recursive r(place) as (
           select cast(? as integer) union all
           select place + ? from r where place + ? <= ?
         ) select place from r`,
        [bounds[0], bounds[2], bounds[2], bounds[1]],
      );
    }
    for (let id = first; id <= last; id += chunk) {
      await db.raw(
        `insert into ledger (objective_id, at, good, total, minutes)
         select o.id, ${beginning} + t.place, ${good}, ${total}, t.place
         from objectives o cross join places t
         where o.id >= ? and o.id <= ? order by o.id, t.place`,
        [id, Math.min(last, id + chunk - 1)],
      );
    }
  };
  await db.raw('create temporary table places (place integer primary key)');
  await fill(1, detailed, 3 * 1440);
  await fill(detailed + 1, objectives, minutes);
  await db.raw('drop table places');
  const { coarseEnd, beginning } = places(filling, minutes);
  await db.raw(
    `insert into sampling (objective_id, sampled_to, definition_hash, hours_to)
     select id, ?, definition_hash, ? from objectives`,
    [filling.to, beginning + coarseEnd],
  );
}

async function fillSqlite(db: Knex, filling: Filling) {
  // The pragmas hold for the one connection of the pool, and are undone below.
  await db.raw('pragma foreign_keys = off');
  await db.raw('pragma synchronous = off');
  await fillLedger(db, filling);
  await db.raw('pragma foreign_keys = on');
  await db.raw('pragma synchronous = full');
}

async function fillPostgres(db: Knex, filling: Filling) {
  await db.transaction(async tx => {
    // Foreign keys hold by construction; checking 20 million of them takes minutes.
    await tx.raw('set local session_replication_role = replica');
    await fillLedger(tx, filling);
  });
  await db.raw('vacuum (analyze)');
}
