import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/process';
import { buildModule } from '../../shared/buildModule';

/** The command line as it would be released: its binary beside what is built, and no sources. */
export async function buildCli(): Promise<string> {
  const cli = join(root, 'packages/cli');
  const built = await buildModule(join(cli, 'src/index.ts'));
  const folder = join(dirname(built), 'cli');
  const binary = join(folder, 'bin/ghostlight');
  mkdirSync(dirname(binary), { recursive: true });
  copyFileSync(join(cli, 'bin/ghostlight'), binary);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'ghostlight-bench-cli', main: built }),
  );
  return binary;
}
