import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, root, run, say } from '../process';
import type { Check } from './Check';

/** The story of a release that fails, in Chromium, with a real Prometheus. */
export const endToEnd: Check = {
  name: 'e2e',
  async run({ stdio, scratch }) {
    const missing = ['chromium', 'prometheus', 'promtool'].filter(
      name => !findProgram(name),
    );
    if (missing.length) {
      say(`the end-to-end tests are skipped: they need ${missing.join(', ')}`);
      return { passed: 0, failed: 0, skipped: 1 };
    }
    const output = join(root, 'e2e-report/results.json');
    // That of an earlier run would be counted if this one ended before it wrote its own.
    rmSync(output, { force: true });
    const code = await run('yarn', ['playwright', 'test'], {
      stdio,
      env: { ...process.env, GHOSTLIGHT_DATA: join(scratch, 'e2e') },
    });
    const { stats } = JSON.parse(readFileSync(output, 'utf8'));
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected || Number(code !== 0),
      skipped: stats.skipped,
    };
  },
};
