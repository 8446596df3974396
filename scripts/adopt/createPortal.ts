import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../process';
import { must } from './steps';

/** Makes portals of Backstage 1.55. */
const createApp = '@backstage/create-app@0.9.2';

/** Makes a stock portal, without its dependencies. */
export async function createPortal(portal: string) {
  const tools = join(root, '.ghostlight/tools/create-app');
  await must('npm', [
    'install',
    ...['--prefix', tools, '--no-save', '--ignore-scripts'],
    ...['--no-audit', '--no-fund', '--loglevel=error'],
    createApp,
  ]);
  const command = join(
    tools,
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
  const child = spawn(
    process.execPath,
    [command, '--skip-install', '--path', portal],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  // It asks for the portal's name.
  child.stdin.end('adopter\n');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${createApp} ended with code ${code}.`);
}
