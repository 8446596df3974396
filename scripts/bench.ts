/**
 * Runs the benchmarks of bench/, or the named ones: `./ghostlight bench [name …] [--quick]`. What else
 * begins with `--` is for the benchmarks themselves.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './process';

async function main() {
  const known = readdirSync(join(root, 'bench')).filter(name =>
    existsSync(join(root, 'bench', name, 'main.ts')),
  );
  const given = process.argv.slice(2);
  const options = given.filter(word => word.startsWith('--'));
  const wanted = given.filter(word => !word.startsWith('--'));
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length) {
    console.error(
      `No benchmark named ${unknown.join(', ')}. There are: ${known.join(
        ', ',
      )}.`,
    );
    process.exit(2);
  }
  if (options.includes('--quick')) process.env.GHOSTLIGHT_BENCH_QUICK = '1';
  for (const name of wanted.length ? wanted : known) {
    say(`bench ${name}`);
    const code = await run('node', [
      '--expose-gc',
      '-r',
      '@backstage/cli/config/nodeTransform.cjs',
      join('bench', name, 'main.ts'),
      ...options.filter(option => option !== '--quick'),
    ]);
    if (code !== 0) process.exitCode = code;
  }
}

main();
