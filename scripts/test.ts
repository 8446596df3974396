/**
 * All checks and tests. The browser story mostly waits for Prometheus, so the others run beside
 * it; the lock comes before all and the tree after all. The last line counts the real runs: a check
 * counts as one test, Jest and Playwright as many as they ran.
 *
 *   ./ghostlight test            everything
 *   ./ghostlight test unit e2e   only these
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPrograms, say } from './process';
import type { Check } from './test/Check';
import { cleanTree } from './test/cleanTree';
import { command } from './test/command';
import { endToEnd } from './test/endToEnd';
import { repeatFailed, row, runChecks, type Result } from './test/runChecks';
import { unit } from './test/unit';

/** Groups follow one another; the lists of a group run side by side. */
const groups: Check[][][] = [
  [[command('lock', 'yarn install --immutable --mode=skip-build')]],
  [
    [command('build', 'yarn workspace app build'), endToEnd],
    [
      // What the reports read must be made in one go; without them, what has changed is enough.
      command('types', ({ runs }) =>
        runs('reports') ? 'yarn tsc --incremental false' : 'yarn tsc',
      ),
      command('reports', ({ runs }) =>
        runs('types') ? 'yarn reports --ci --made' : 'yarn reports --ci',
      ),
      unit,
      command('evals', 'yarn jest --config evals/jest.config.cjs'),
    ],
    [
      command('format', 'yarn format:check --loglevel warn'),
      command('openapi', 'yarn openapi --check'),
      command('lint', 'yarn lint'),
    ],
  ],
  [[cleanTree()]],
];

async function main() {
  const wanted = process.argv.slice(2);
  const names = groups.flat(2).map(({ name }) => name);
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length) {
    console.error(
      `No check named ${unknown.join(', ')}. There are: ${names.join(', ')}.`,
    );
    process.exit(2);
  }
  const missing = installPrograms([
    'prometheus',
    'promtool',
    'alertmanager',
    'chromium',
  ]);
  for (const { name, reason } of missing)
    say(`without ${name}, tests that need it are skipped (${reason})`);

  const scratch = mkdtempSync(join(tmpdir(), 'ghostlight-test-'));
  const runs = (name: string) => !wanted.length || wanted.includes(name);
  let results: Result[] = [];
  for (const lanes of groups) {
    const chosen = lanes.map(lane => lane.filter(({ name }) => runs(name)));
    results.push(...(await runChecks(chosen, { scratch, runs })));
  }
  results = await repeatFailed(results, { scratch, runs });
  rmSync(scratch, { recursive: true, force: true });

  console.log(`\n${results.map(row).join('\n')}\n`);
  for (const { name, failures = [] } of results)
    for (const failure of failures) console.log(`FAILED\t${name}\t${failure}`);
  const sum = (of: 'passed' | 'failed' | 'skipped') =>
    results.reduce((all, result) => all + result[of], 0);
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exit(sum('failed') ? 1 : 0);
}

main();
