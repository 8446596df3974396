/**
 * `./ghostlight bench slo`: what measuring and judging objectives costs, side by side with a real
 * Prometheus that evaluates the usual rules, and how fast the API answers. See docs/benchmarks.md.
 */
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { findProgram, say } from '../../scripts/process';
import { compareEvaluation } from './compareEvaluation';
import { connect, type Connection, type DatabaseKind } from '../shared/connect';
import { sizeOf, type Databases } from '../shared/databases';
import { fillDatabase } from './fillDatabase';
import { shapeCount } from './fleet';
import { measureApi } from './measureApi';
import { measureGrowth } from './measureGrowth';
import { measureRequests } from './measureRequests';
import { RulesPeer } from './peer/RulesPeer';
import { formatSeconds, type Report } from '../shared/Report';
import { runBench } from '../shared/runBench';
import {
  fleetSize,
  historyDays,
  prometheusDays,
  requestObjectives,
  sampleSize,
} from './sizes';

const kinds: DatabaseKind[] = ['SQLite', 'PostgreSQL'];
/** Of all parts together; ticks go on from there, and must not overtake the clock. */
const minutesToTick = 120;

interface Fleet {
  connection: Connection;
  db: Knex;
}

async function startPeer(report: Report, folder: string) {
  const [prometheus, promtool] = ['prometheus', 'promtool'].map(findProgram);
  if (!prometheus || !promtool) {
    const missing = prometheus ? 'promtool' : 'prometheus';
    report.skip('Evaluation by Prometheus', `no ${missing} on the PATH`);
    return undefined;
  }
  say(`bench slo: ${prometheusDays} days of series for Prometheus`);
  return RulesPeer.start({
    prometheus,
    promtool,
    folder,
    objectives: sampleSize,
    days: prometheusDays,
  });
}

async function fillFleet(
  databases: Databases,
  kind: DatabaseKind,
  measuredTo: number,
): Promise<Fleet> {
  const connection = await databases.make(kind, 'fleet');
  const db = connect(connection);
  const started = Date.now();
  await fillDatabase(connection, db, {
    objectives: fleetSize,
    days: historyDays,
    minutes: 60,
    detailed: fleetSize / 100,
    to: measuredTo,
  });
  const [{ rows }] = await db('ledger').count({ rows: '*' });
  say(
    `bench slo: ${kind} filled with ${fleetSize} objectives and ${historyDays} days, ` +
      `${rows} rows, ${(await sizeOf(connection, db)).toFixed(0)} MB, ` +
      `in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return { connection, db };
}

async function reportApi(report: Report, { connection, db }: Fleet) {
  const { kind } = connection;
  // What autovacuum does within a minute of so many changes.
  if (kind === 'PostgreSQL') await db.raw('vacuum (analyze) verdicts');
  const times = await measureApi(db, fleetSize);
  const primaryKey = `${formatSeconds(
    times.primaryKey,
  )}, one row by primary key`;
  report.add({
    what: `p95 of GET objectives?entityRef=, ${kind}`,
    ours: formatSeconds(times.entity),
    theirs: primaryKey,
    ratio: `${(times.entity / times.primaryKey).toFixed(1)} ×`,
    required: '≤ 10 ×',
    passed: times.entity <= 10 * times.primaryKey,
  });
  report.add({
    what: `p95 of GET objectives/{ref}, ${kind}`,
    ours: formatSeconds(times.detail),
    theirs: primaryKey,
    ratio: `${(times.detail / times.primaryKey).toFixed(1)} ×`,
  });
  report.add({
    what: `p95 of the org page's request, ${kind}`,
    ours: formatSeconds(times.page),
    theirs: primaryKey,
    ratio: `${(times.page / times.primaryKey).toFixed(1)} ×`,
  });
  report.add({
    what: `The org page's request, ${kind}`,
    ours: `1 request, ${times.pageItems} of ${times.totalItems}`,
    theirs: `a page of 501: ${times.tooLong}`,
    ratio: '',
    required: '1 request, bounded',
    passed:
      times.pageItems === 100 &&
      times.totalItems === fleetSize &&
      times.tooLong === 400,
  });
}

async function reportRequests(
  report: Report,
  databases: Databases,
  measuredTo: number,
) {
  const connection = await databases.make('SQLite', 'requests');
  const db = connect(connection);
  try {
    await fillDatabase(connection, db, {
      objectives: requestObjectives,
      days: 1,
      minutes: 10,
      detailed: 0,
      to: measuredTo,
    });
    const { requests, samples } = await measureRequests(db, measuredTo);
    report.add({
      what: `Queries of a tick at ${requestObjectives.toLocaleString(
        'en',
      )} objectives`,
      ours: `${requests}, for ${samples} samples`,
      theirs: `${shapeCount} shapes`,
      ratio: `${(requests / shapeCount).toFixed(1)} a shape`,
      required: '≤ 2 a shape',
      passed: requests <= 2 * shapeCount && samples === requestObjectives,
    });
  } finally {
    await db.destroy();
    await databases.drop(connection);
  }
}

runBench(async (report, databases) => {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-prometheus-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const measuredTo = Math.floor(Date.now() / 60_000) - minutesToTick;
  const part = async (what: string, work: () => Promise<void>) => {
    say(`bench slo: ${what}`);
    await work().catch(error => report.fail(what, error));
  };
  const fleets: Fleet[] = [];
  await part('queries a tick', () =>
    reportRequests(report, databases, measuredTo),
  );
  // Made while PostgreSQL is filled, which leaves a processor free.
  const peerStarting = startPeer(report, folder);
  peerStarting.catch(() => {});
  for (const kind of kinds) {
    await part(`filling ${kind}`, async () => {
      fleets.push(await fillFleet(databases, kind, measuredTo));
    });
  }
  await part('evaluation', async () => {
    const peer = await peerStarting;
    const connections = fleets.map(({ connection }) => connection);
    await compareEvaluation(report, { connections, measuredTo, peer });
  });
  await (await peerStarting.catch(() => undefined))?.stop();
  for (const fleet of fleets) {
    await part(`API, ${fleet.connection.kind}`, () => reportApi(report, fleet));
    await fleet.db.destroy();
    await databases.drop(fleet.connection);
  }
  for (const kind of kinds) {
    await part(`growth, ${kind}`, () =>
      measureGrowth(report, { databases, kind, measuredTo }),
    );
  }
});
