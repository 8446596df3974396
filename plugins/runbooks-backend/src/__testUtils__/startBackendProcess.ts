import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { createRunbooksClient } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { bodyOf, callsOf } from './calls';
import { eventually } from './eventually';

export interface BackendSetup {
  connection: Knex.Config;
  entities: Entity[];
  /** Address of the place that things are done to. */
  place: string;
}

/**
 * A backend in a process of its own, with the framework's real services but for the database's address.
 * In memory are the catalog, the objectives and whose token it is.
 */
export async function startBackendProcess(
  setup: BackendSetup,
  runbooks: JsonObject,
) {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const config = {
    app: { baseUrl: 'https://portal.example.com' },
    backend: { baseUrl, listen: { host: '127.0.0.1', port } },
    runbooks,
  };
  const child = fork(resolve(__dirname, 'backendWorker.ts'), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, BACKEND: JSON.stringify({ ...setup, config }) },
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
  const client = createRunbooksClient({
    baseUrl: `${baseUrl}/api/runbooks`,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Authorization', mockCredentials.user.header());
      if (init?.body) headers.set('Content-Type', 'application/json');
      return fetch(input, { ...init, headers });
    },
  });
  // So that the catalog is known.
  await eventually(
    async () => bodyOf(await client.request('get', '/v1/experiments')).total,
    total => total > 0,
    60_000,
  );
  return {
    ...callsOf(client),
    pid: child.pid,
    begin: async (ref: string) =>
      bodyOf(
        await client.request('post', '/v1/experiments/{ref}/runs', {
          params: { path: { ref } },
          body: {},
        }),
      ),
    ledger: async () =>
      bodyOf(await client.request('get', '/v1/ledger/verification')),
    /** At once, as power fails. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A free port of loopback. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
