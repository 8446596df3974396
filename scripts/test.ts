/**
 * All checks and tests, in the order of what fails fastest. The last line counts the real runs:
 * a check counts as one test, Jest and Playwright as many as they ran.
 *
 *   ./ghostlight test            everything
 *   ./ghostlight test unit e2e   only these
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres';
import { findProgram, installPrograms, root, run, say } from './process';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Check {
  name: string;
  run(): Promise<Counts>;
}

const scratch = mkdtempSync(join(tmpdir(), 'ghostlight-test-'));

function gitStatus() {
  return (
    spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
      .stdout ?? ''
  );
}

/** One command that passes or fails as a whole. */
function command(name: string, program: string, ...args: string[]): Check {
  return {
    name,
    async run() {
      const code = await run(program, args);
      return {
        passed: code === 0 ? 1 : 0,
        failed: code === 0 ? 0 : 1,
        skipped: 0,
      };
    },
  };
}

async function unit(): Promise<Counts> {
  const output = join(scratch, 'jest.json');
  const postgres = await startPostgres();
  try {
    const code = await run(
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--watchAll=false',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${output}`,
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          CI: 'true',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
        },
      },
    );
    const report = JSON.parse(readFileSync(output, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: report.numPendingTests,
    };
  } finally {
    await postgres.stop();
  }
}

async function endToEnd(): Promise<Counts> {
  const missing = ['chromium', 'prometheus', 'promtool'].filter(
    name => !findProgram(name),
  );
  if (missing.length) {
    say(`the end-to-end tests are skipped: they need ${missing.join(', ')}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const code = await run('yarn', ['playwright', 'test'], {
    env: { ...process.env, GHOSTLIGHT_DATA: join(scratch, 'e2e') },
  });
  const output = join(root, 'e2e-report/results.json');
  const { stats } = JSON.parse(readFileSync(output, 'utf8'));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected || Number(code !== 0),
    skipped: stats.skipped,
  };
}

const cleanBefore = gitStatus();

/** Generated files and lock must not differ from what is committed; on a laptop: from what was there before. */
async function cleanTree(): Promise<Counts> {
  const expected = process.env.CI ? '' : cleanBefore;
  const now = gitStatus();
  if (now === expected) return { passed: 1, failed: 0, skipped: 0 };
  console.error(
    `The run left or found changed files:\n${now}Commit them, or find what made them.`,
  );
  return { passed: 0, failed: 1, skipped: 0 };
}

const checks: Check[] = [
  command('lock', 'yarn', 'install', '--immutable', '--mode=skip-build'),
  command('format', 'yarn', 'format:check', '--loglevel', 'warn'),
  command('openapi', 'yarn', 'openapi', '--check'),
  command('types', 'yarn', 'tsc'),
  command('reports', 'yarn', 'reports', '--ci'),
  command('lint', 'yarn', 'lint'),
  { name: 'unit', run: unit },
  command('build', 'yarn', 'workspace', 'app', 'build'),
  { name: 'e2e', run: endToEnd },
  { name: 'tree', run: cleanTree },
];

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter(
    name => !checks.some(check => check.name === name),
  );
  if (unknown.length) {
    console.error(
      `No check named ${unknown.join(', ')}. There are: ${checks
        .map(c => c.name)
        .join(', ')}.`,
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

  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const rows: string[] = [];
  for (const check of checks.filter(
    ({ name }) => !wanted.length || wanted.includes(name),
  )) {
    const started = Date.now();
    say(`${check.name} …`);
    const counts = await check.run().catch(error => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    const seconds = Math.round((Date.now() - started) / 1000);
    rows.push(
      `${counts.failed ? 'FAILED' : 'ok'}\t${check.name}\t${
        counts.passed
      } passed, ${counts.failed} failed, ${
        counts.skipped
      } skipped\t${seconds} s`,
    );
    say(rows[rows.length - 1].replace(/\t/g, '  '));
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  rmSync(scratch, { recursive: true, force: true });
  console.log(`\n${rows.join('\n')}\n`);
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed ? 1 : 0);
}

main();
