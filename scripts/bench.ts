/** Runs the benchmarks of bench/, or the named ones: `./ghostlight bench [name …]`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './process';

async function main() {
  const known = readdirSync(join(root, 'bench'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length) {
    console.error(
      `No benchmark named ${unknown.join(', ')}. There are: ${known.join(
        ', ',
      )}.`,
    );
    process.exit(2);
  }
  for (const name of wanted.length ? wanted : known) {
    say(`bench ${name}`);
    const code = await run('node', [
      '--expose-gc',
      '-r',
      '@backstage/cli/config/nodeTransform.cjs',
      join('bench', name, 'main.ts'),
    ]);
    if (code !== 0) process.exitCode = code;
  }
}

main();
