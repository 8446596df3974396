import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, root, run, say } from '../process';
import { whole, type Check, type Counts, type Stage } from './Check';

/** What of Playwright's report is read here: a suite is a file, or what is in it. */
interface Suite {
  title: string;
  file: string;
  suites?: Suite[];
  specs: { title: string; tests: { status: string }[] }[];
}

const testsOf = (suite: Suite): { title: string; status: string }[] => [
  ...suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status }) => ({ title, status })),
  ),
  ...(suite.suites ?? []).flatMap(testsOf),
];

function countsOf(suites: Suite[]): Counts {
  const tests = suites.flatMap(suite =>
    testsOf(suite).map(test => ({ ...test, file: suite.file })),
  );
  const failed = tests.filter(({ status }) => status === 'unexpected');
  const skipped = tests.filter(({ status }) => status === 'skipped');
  return {
    passed: tests.length - failed.length - skipped.length,
    failed: failed.length,
    skipped: skipped.length,
    failures: failed.map(({ file, title }) => `${file} › ${title}`),
  };
}

const hasFailed = (suite: Suite) => countsOf([suite]).failed > 0;

/** Runs stories, all by default, in a portal of their own. */
async function runStories(
  { stdio, scratch }: Stage,
  files: string[] = [],
): Promise<Suite[]> {
  const output = join(root, 'e2e-report/results.json');
  // That of an earlier run would be counted if this one ended before it wrote its own.
  rmSync(output, { force: true });
  const data = join(scratch, files.length ? 'e2e-again' : 'e2e');
  const code = await run('yarn', ['playwright', 'test', ...files], {
    stdio,
    env: { ...process.env, GHOSTLIGHT_DATA: data },
  });
  if (!existsSync(output)) return [];
  const { suites }: { suites: Suite[] } = JSON.parse(
    readFileSync(output, 'utf8'),
  );
  // What was broken off has not failed, and has not passed either.
  return code !== 0 && !suites.some(hasFailed) ? [] : suites;
}

/** The stories of releases that fail, in Chromium, with a real Prometheus. */
export const endToEnd: Check = {
  name: 'e2e',
  async run(stage) {
    const missing = ['chromium', 'prometheus', 'promtool'].filter(
      name => !findProgram(name),
    );
    if (missing.length) {
      say(`the end-to-end tests are skipped: they need ${missing.join(', ')}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    const suites = await runStories(stage);
    const failed = suites.filter(hasFailed);
    if (suites.length && !failed.length) return countsOf(suites);
    return {
      ...(suites.length ? countsOf(suites) : whole(false)),
      again: async alone => {
        const repeated = await runStories(
          alone,
          failed.map(({ file }) => file),
        );
        return repeated.length
          ? countsOf([...suites.filter(each => !hasFailed(each)), ...repeated])
          : whole(false);
      },
    };
  },
};
