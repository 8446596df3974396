import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort, type OwnPostgres } from './OwnPostgres';

const sender = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:pagerduty'),
  targetPluginId: 'incidents',
});

/**
 * A backend in a process of its own, with the framework's real services: HTTP, a pool of connections,
 * scheduler. In memory are the catalog and whose token it is.
 */
export async function startBackendProcess(options: {
  postgres: OwnPostgres;
  entities: Entity[];
  incidents: JsonObject;
  /** Begins the names of its databases. */
  prefix: string;
}) {
  const { postgres, entities, incidents, prefix } = options;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { database: _, ...connection } = postgres.connection();
  const config = {
    app: { baseUrl: 'https://portal.example.com' },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'pg', connection, prefix },
    },
    incidents,
  };
  const child = fork(resolve(__dirname, 'backendWorker.ts'), {
    // The driver writes there, too, while the database is away.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: {
      ...process.env,
      // Of a test it would be quieter about what goes wrong.
      NODE_ENV: 'production',
      BACKEND: JSON.stringify({ config, entities }),
    },
  });
  let said = '';
  child.stderr?.on('data', data => (said = (said + data).slice(-4_000)));
  await new Promise<void>((done, fail) => {
    // Other messages are the transpiler's own.
    child.on('message', (message: { started?: boolean }) => {
      if (message.started) done();
    });
    child.once('exit', code =>
      fail(new Error(`It ended with ${code}: ${said}`)),
    );
  });

  return {
    pid: child.pid,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** What it answers, or nothing when it cannot. */
    async send(body: JsonObject): Promise<number | undefined> {
      try {
        const response = await fetch(
          `${baseUrl}/api/incidents/v1/intake/pagerduty`,
          {
            method: 'POST',
            headers: { Authorization: sender },
            body: JSON.stringify(body),
          },
        );
        await response.arrayBuffer();
        return response.status;
      } catch {
        return undefined;
      }
    },
    /** At once, as power fails. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
