import { join } from 'node:path';
import { Child } from '../start/Child';
import { untilReady } from '../start/portal';

/** Starts the portal's backend, which serves the built front end too, and waits until both answer. */
export async function startPortal(portal: string, port: number) {
  const server = Child.start({
    name: 'The portal',
    args: [
      join(portal, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
    ],
    cwd: join(portal, 'packages/backend'),
    env: {
      ...process.env,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      NODE_OPTIONS: '--no-node-snapshot',
    },
  });
  const address = `http://localhost:${port}`;
  const stopping = new AbortController();
  try {
    await Promise.race([
      untilReady({ app: address, backend: address }, stopping.signal),
      server.ended.then(how => {
        throw new Error(`${server.name} ended (${how}); see the lines above.`);
      }),
    ]);
  } catch (error) {
    stopping.abort();
    await server.stop();
    throw error;
  }
  return server;
}
