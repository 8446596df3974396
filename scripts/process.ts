import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** The repository's root. */
export const root = join(__dirname, '..');

/** A line of progress, on stderr so that stdout stays the command's own. */
export function say(text: string) {
  process.stderr.write(`\u001b[2mghostlight:\u001b[0m ${text}\n`);
}

/** Runs a command to its end in the repository's root and answers its exit code; output is passed through. */
export function run(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...options,
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** Where a program is on the PATH, or undefined. */
export function findProgram(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(existsSync);
}

/** A free TCP port on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

/** Debian's packages of the real systems that tests and the demo fleet use. */
const debianPackages: Record<string, string> = {
  prometheus: 'prometheus',
  promtool: 'prometheus',
  alertmanager: 'prometheus-alertmanager',
  chromium: 'chromium',
};

/**
 * Installs the missing ones of these programs when this process may (root on Debian).
 * Answers the programs that are still missing, with the reason.
 */
export function installPrograms(
  names: string[],
): { name: string; reason: string }[] {
  const missing = () => names.filter(name => !findProgram(program(name)));
  if (!missing().length) return [];
  const packages = [...new Set(missing().map(name => debianPackages[name]))];
  let reason = `install Debian's ${packages.join(', ')}`;
  if (process.getuid?.() !== 0) reason = `not root; ${reason}`;
  else if (!findProgram('apt-get')) reason = `no apt-get here; ${reason}`;
  else {
    say(`installing Debian's ${packages.join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const update = spawnSync('apt-get', ['update', '-q'], {
      env,
      encoding: 'utf8',
    });
    const install = spawnSync(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...packages],
      {
        env,
        encoding: 'utf8',
      },
    );
    if (update.status !== 0 || install.status !== 0) {
      reason = `apt-get failed: ${(install.stderr || update.stderr || '')
        .trim()
        .split('\n')
        .pop()}`;
    }
  }
  return missing().map(name => ({ name, reason }));
}

function program(name: string) {
  return name === 'alertmanager' && findProgram('prometheus-alertmanager')
    ? 'prometheus-alertmanager'
    : name;
}
