import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { startPostgres } from '../postgres';
import { root } from '../process';
import { whole, type Check, type Counts } from './Check';
import { runBehind } from './runBehind';

const gigabyte = 1024 ** 3;

/** What of Jest's report is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
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

function failuresOf(report: Report): string[] {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const suite = relative(root, name);
      const failed = assertionResults.filter(each => each.status === 'failed');
      return failed.length
        ? failed.map(({ fullName }) => `${suite} › ${fullName}`)
        : [`${suite} could not be run`];
    });
}

/** Unit and integration tests of all packages, on SQLite and on a PostgreSQL of their own. */
export const unit: Check = {
  name: 'unit',
  async run(stage): Promise<Counts> {
    const output = join(stage.scratch, 'jest.json');
    const postgres = await startPostgres();
    try {
      const code = await runBehind(
        'yarn',
        [
          'backstage-cli',
          'repo',
          'test',
          '--watchAll=false',
          ...workers(),
          '--json',
          `--outputFile=${output}`,
        ],
        // What --json prints is in the file too.
        { ...stage, stdio: ['ignore', 'ignore', stage.stdio[2]] },
        {
          ...process.env,
          CI: 'true',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
        },
      );
      if (!existsSync(output)) return whole(false);
      const report: Report = JSON.parse(readFileSync(output, 'utf8'));
      const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
      return {
        passed: report.numPassedTests,
        failed: code !== 0 && failed === 0 ? 1 : failed,
        skipped: report.numPendingTests,
        failures: failuresOf(report),
      };
    } finally {
      await postgres.stop();
    }
  },
};
