import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  connect,
  type Connection,
  type DatabaseKind,
} from '../../shared/connect';
import type { Databases } from '../../shared/databases';
import { median } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import type { Report } from '../../shared/Report';
import { WorkerProcess } from '../../shared/WorkerProcess';
import { migrations } from '../contextOf';
import type { StepsWorker } from './stepsWorker';

const file = join(__dirname, 'stepsWorker.ts');
const rounds = quick ? 1 : 3;
const runs = quick ? 10 : 30;
const stepsEach = 10;
const committing = quick ? 1_000 : 5_000;
const most = 10;

type Backend = WorkerProcess<StepsWorker>;

/**
 * How many steps of runs several back ends do in a second on one database, beside how many lines of a
 * journal the same processes commit one by one, over as many connections. They take turns.
 */
export async function measureSteps(
  report: Report,
  { databases, kind }: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  const connection = await databases.make(kind, 'steps');
  // Several back ends share a server, not a file.
  const count = kind === 'SQLite' ? 1 : 2;
  const backends: Backend[] = [];
  try {
    await prepare(connection);
    for (let n = 0; n < count; n++) {
      const backend = WorkerProcess.start<StepsWorker>(file);
      backends.push(backend);
      await backend.ask('open', connection);
    }
    const ours: number[] = [];
    const commits: number[] = [];
    const theirs: number[] = [];
    for (const backend of backends) await backend.ask('start');
    await doRuns(backends, 2);
    await countCommits(backends);
    for (let round = 0; round < rounds; round++) {
      theirs.push(await commitLines(backends));
      ours.push(await doRuns(backends, runs));
      commits.push((await countCommits(backends)) / (runs * stepsEach));
    }
    const rate = Math.round;
    const where = `${count} back end${count > 1 ? 's' : ''}, ${kind}`;
    const compared = `${rate(median(theirs)).toLocaleString(
      'en',
    )} (a line of the journal, inserted and committed)`;
    const ratio = median(theirs) / median(ours);
    report.add({
      what: `actions of runs a second, ${where}`,
      ours: rate(median(ours)).toLocaleString('en'),
      theirs: compared,
      ratio: `${ratio.toFixed(1)}× less`,
    });
    const commitsEach = median(commits);
    const ofCommits = ratio / commitsEach;
    report.add({
      what: `their commits a second, ${commitsEach.toFixed(1)} each, ${where}`,
      ours: rate(median(ours) * commitsEach).toLocaleString('en'),
      theirs: compared,
      ratio: `${ofCommits.toFixed(1)}× less`,
      required: `at most ${most}×`,
      passed: ofCommits <= most,
    });
  } finally {
    for (const backend of backends) await backend.stop();
    await databases.drop(connection);
  }
}

async function prepare(connection: Connection): Promise<void> {
  const db = connect(connection);
  try {
    await db.migrate.latest({ directory: migrations });
    await db.schema.createTable('bench_journal', table => {
      table.string('run_id', 36).notNullable();
      table.integer('seq').notNullable();
      table.bigInteger('at').notNullable();
      table.string('event', 40).notNullable();
      table.string('step_id', 100).nullable();
      table.string('by', 300).nullable();
      table.text('text').nullable();
      table.text('data').nullable();
      table.primary(['run_id', 'seq']);
    });
  } finally {
    await db.destroy();
  }
}

/** @returns steps a second, as people see steps */
async function doRuns(backends: Backend[], count: number): Promise<number> {
  const begun = performance.now();
  const [first] = backends;
  await first.ask('request', count, stepsEach);
  while ((await first.ask('unfinished')) > 0) await sleep(20);
  return (count * stepsEach * 1_000) / (performance.now() - begun);
}

/** Changes of runs that were committed since it was last asked. */
async function countCommits(backends: Backend[]): Promise<number> {
  const counts = await Promise.all(
    backends.map(backend => backend.ask('changes')),
  );
  return counts.reduce((sum, n) => sum + n, 0);
}

async function commitLines(backends: Backend[]): Promise<number> {
  const done = await Promise.all(
    backends.map(backend => backend.ask('commit', committing)),
  );
  return (done.reduce((sum, n) => sum + n, 0) * 1_000) / committing;
}
