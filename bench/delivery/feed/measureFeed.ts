import type { EventsService } from '@backstage/plugin-events-node';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import { join } from 'node:path';
import { ChangeFeed } from '../../../plugins/delivery-backend/src/changes';
import { connect, type DatabaseKind } from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { quick } from '../../shared/quick';
import type { Report } from '../../shared/Report';
import { silentLogger } from '../../shared/silentLogger';

const batch = 500;
const batches = quick ? 4 : 40;
const entities = 1_000;
const start = Date.parse('2026-11-01T00:00:00Z');
const migrations = join(
  __dirname,
  '../../../plugins/delivery-backend/migrations',
);

/**
 * How many changes a second the feed takes down, five hundred a transaction, beside plain inserts of the
 * rows that it left in its tables: what finding out what is new, where it stands and what it undid costs.
 */
export async function measureFeed(
  report: Report,
  { databases }: { databases: Databases },
): Promise<void> {
  for (const kind of ['SQLite', 'PostgreSQL'] as const)
    await measure(report, databases, kind);
}

async function measure(
  report: Report,
  databases: Databases,
  kind: DatabaseKind,
): Promise<void> {
  const connection = await databases.make(kind, 'feed');
  const db = connect(connection);
  try {
    await db.migrate.latest({ directory: migrations });
    const ours = await rateOf(recorder(db));
    const tables = ['changes', 'deployments', 'lanes'];
    const rows = new Map<string, object[]>();
    for (const table of tables) {
      rows.set(table, await db(table).select('*'));
      await db(table).delete();
    }
    const theirs = await rateOf(async n => {
      await db.transaction(async trx => {
        for (const table of tables) {
          const all = rows.get(table) ?? [];
          const size = Math.ceil(all.length / batches);
          const piece = all.slice(n * size, (n + 1) * size);
          // As many as SQLite takes at once, of rows this wide.
          if (piece.length) await trx.batchInsert(table, piece, 200);
        }
      });
    });
    report.add({
      what: `feed: changes a second, ${batch} a transaction, ${kind}`,
      ours: Math.round(ours).toLocaleString('en'),
      theirs: `${Math.round(theirs).toLocaleString(
        'en',
      )} (the same rows, inserted)`,
      ratio: `${(theirs / ours).toFixed(1)}×`,
      required: 'at most 10×',
      passed: theirs / ours <= 10,
    });
  } finally {
    await db.destroy();
    await databases.drop(connection);
  }
}

function recorder(db: Knex): (n: number) => Promise<void> {
  const events: EventsService = {
    publish: async () => undefined,
    subscribe: async () => undefined,
  };
  const feed = ChangeFeed.create({
    database: db,
    entities: {
      find: () => undefined,
      belongingOf: () => ({ ownerRef: 'group:default/team' }),
    },
    events,
    signals: { publish: async () => undefined },
    logger: silentLogger,
  });
  return n =>
    feed.record(
      'bench',
      Array.from({ length: batch }, (_, at) => reportOf(n * batch + at)),
    );
}

function reportOf(n: number): ChangeReport {
  const at = start + n * 1_000;
  return {
    key: `rollout-${n}`,
    kind: 'deployment',
    title: `service-${n % entities} v${n}`,
    entityRef: `component:default/service-${n % entities}`,
    environment: 'production',
    version: `v${n}`,
    commit: n.toString(16).padStart(40, '0'),
    author: 'ines',
    startedAt: at,
    finishedAt: at + 60_000,
    outcome: 'succeeded',
    startedBy: { kind: 'pipeline', name: 'ci' },
  };
}

/** Changes a second, without the first transaction. */
async function rateOf(work: (n: number) => Promise<void>): Promise<number> {
  await work(0);
  const begun = performance.now();
  for (let n = 1; n < batches; n++) await work(n);
  return ((batches - 1) * batch * 1_000) / (performance.now() - begun);
}
