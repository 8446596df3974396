/** Runs evals/main.ts: `./ghostlight evals [options]`, see there. */
import { join } from 'node:path';
import { run } from './process';

run('node', [
  '-r',
  '@backstage/cli/config/nodeTransform.cjs',
  join('evals', 'main.ts'),
  ...process.argv.slice(2),
]).then(code => {
  process.exitCode = code;
});
