import { join } from 'node:path';
import { freePort, root } from '../process';
import { Child } from '../start/Child';

const PATIENCE = 180_000;

/** A plugin's page for development, which shows every state from a portal in memory. */
export async function startDevPage(plugin: string) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = Child.start({
    name: "The plugin's page",
    args: [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
    ],
    cwd: join(root, 'plugins', plugin),
    env: {
      ...process.env,
      APP_CONFIG_app_baseUrl: JSON.stringify(url),
      APP_CONFIG_app_listen_host: JSON.stringify('localhost'),
      APP_CONFIG_app_listen_port: `${port}`,
    },
  });
  try {
    await Promise.race([
      untilBuilt(url),
      server.ended.then(how => {
        throw new Error(`${server.name} ended (${how}); see the lines above.`);
      }),
    ]);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, stop: () => server.stop() };
}

/** It answers with the page before its program is built. */
async function untilBuilt(url: string) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const built = await fetch(`${url}/main.js`).then(
      response =>
        response.ok &&
        response.headers.get('content-type')?.includes('javascript'),
      () => false,
    );
    if (built) return;
    if (Date.now() > deadline)
      throw new Error("The plugin's page was not built in 3 minutes.");
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
}
