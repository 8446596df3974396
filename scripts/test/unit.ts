import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { startPostgres } from '../postgres';
import { root } from '../process';
import { whole, type Check, type Counts, type Stage } from './Check';
import { runBehind } from './runBehind';

const gigabyte = 1024 ** 3;

/** What of Jest's report is read here. */
interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/**
 * How many suites run at once, and how large a process may become before another takes its place.
 *
 * Nearly half of a back end's suite is waiting for databases and timers, so one process more than
 * there are cores keeps them busy. Whoever takes a place loads all modules anew, which takes a
 * screen's suite longer than its tests: at the limit of 1 GB that `backstage-cli` sets, that is
 * after each of them.
 */
export function workers(memory = totalmem(), cores = availableParallelism()) {
  const count = memory < 12 * gigabyte ? cores : cores + 1;
  const each = Math.min(3, Math.max(1, memory / gigabyte / (count + 2)));
  return [
    `--maxWorkers=${count}`,
    `--workerIdleMemoryLimit=${Math.round(each * 1000)}M`,
  ];
}

type Suite = Report['testResults'][number];

function failuresOf(suites: Suite[]): string[] {
  return suites.flatMap(({ name, assertionResults }) => {
    const suite = relative(root, name);
    const failed = assertionResults.filter(each => each.status === 'failed');
    return failed.length
      ? failed.map(({ fullName }) => `${suite} › ${fullName}`)
      : [`${suite} could not be run`];
  });
}

const countOf = (suites: Suite[], status: string) =>
  suites
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(each => each.status === status).length;

function countsOf(suites: Suite[]): Counts {
  const failed = suites.filter(({ status }) => status === 'failed');
  const failures = failuresOf(failed);
  const passed = countOf(suites, 'passed');
  const skipped = countOf(suites, 'pending') + countOf(suites, 'todo');
  return { passed, failed: failures.length, skipped, failures };
}

/** Runs suites, all by default, on a PostgreSQL of their own. */
async function runSuites(
  stage: Stage,
  names: string[] = [],
): Promise<{ suites: Suite[]; broken: boolean }> {
  const output = join(stage.scratch, 'jest.json');
  rmSync(output, { force: true });
  const postgres = await startPostgres();
  let code: number;
  try {
    code = await runBehind(
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--watchAll=false',
        ...workers(),
        '--json',
        `--outputFile=${output}`,
        ...(names.length ? ['--runTestsByPath', ...names] : []),
      ],
      // What --json prints is in the file too.
      { ...stage, stdio: ['ignore', 'ignore', stage.stdio[2]] },
      {
        ...process.env,
        CI: 'true',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
      },
    );
  } finally {
    await postgres.stop();
  }
  if (!existsSync(output)) return { suites: [], broken: true };
  const report: Report = JSON.parse(readFileSync(output, 'utf8'));
  const suites = report.testResults;
  const failed = suites.some(({ status }) => status === 'failed');
  return { suites, broken: !suites.length || (code !== 0 && !failed) };
}

/** Unit and integration tests of all packages, on SQLite and PostgreSQL. */
export const unit: Check = {
  name: 'unit',
  async run(stage): Promise<Counts> {
    const { suites, broken } = await runSuites(stage);
    if (broken) return whole(false);
    const failed = suites.filter(({ status }) => status === 'failed');
    if (!failed.length) return countsOf(suites);
    return {
      ...countsOf(suites),
      again: async alone => {
        const repeated = await runSuites(
          alone,
          failed.map(({ name }) => name),
        );
        return repeated.broken
          ? countsOf(suites)
          : countsOf([
              ...suites.filter(suite => !failed.includes(suite)),
              ...repeated.suites,
            ]);
      },
    };
  },
};
