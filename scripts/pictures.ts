/**
 * Takes the pictures of docs/screens.md: the demo portal's screens, and from the plugins' pages for
 * development the states that a healthy portal does not have.
 *
 *   ./ghostlight start --serve
 *   ./ghostlight theatre break payments
 *   yarn pictures --portal http://localhost:7007 --token $GHOSTLIGHT_TOKEN
 *
 * It waits until payments is critical. `--only TEXT` takes those with TEXT in their name, and
 * `--dev URL` uses a page for development that runs already.
 */
import { createSloClient } from '@ghostlight/plugin-slo-common';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Camera } from './pictures/Camera';
import { deliveryShots, rollbackShots } from './pictures/deliveryShots';
import { portalShots } from './pictures/portalShots';
import {
  proposalShots,
  runbooksShots,
  runShots,
} from './pictures/runbooksShots';
import { startDevPage } from './pictures/startDevPage';
import { incidentShots, incidentStateShots } from './pictures/incidentShots';
import { stateShots } from './pictures/stateShots';
import {
  analysisShots,
  triageStateShots,
  whyShots,
} from './pictures/triageShots';
import type { Shot } from './pictures/Shot';
import { installPrograms, root, say } from './process';

const PATIENCE = 10 * 60_000;

async function untilCritical(portal: string, token: string) {
  const client = createSloClient({
    baseUrl: `${portal}/api/slo`,
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(url, { ...init, headers });
    },
  });
  const deadline = Date.now() + PATIENCE;
  for (let told = false; ; told = true) {
    const { data } = await client.request('get', '/v1/objectives', {
      params: { query: { entityRef: ['component:default/payments'] } },
    });
    if (data?.items.some(({ status }) => status === 'critical')) return;
    if (Date.now() > deadline)
      throw new Error('payments was not critical within 10 minutes.');
    if (!told)
      say('waiting for payments to be critical: theatre break payments');
    await new Promise(resolve => setTimeout(resolve, 5_000));
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      portal: { type: 'string' },
      token: { type: 'string', default: process.env.GHOSTLIGHT_TOKEN },
      dev: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  const { portal, token, only } = values;
  if (!portal || !token)
    throw new Error('Say --portal URL and --token TOKEN of a running portal.');
  const [missing] = installPrograms(['chromium']);
  if (missing) throw new Error(`Chromium is needed: ${missing.reason}`);

  const wanted = ({ name }: Shot) => name.includes(only);
  const camera = await Camera.create(join(root, 'docs/pictures'));
  const failed: string[] = [];
  const takeAll = async (url: string, shots: Shot[]) => {
    for (const shot of shots) {
      try {
        const size = await camera.take(url, shot);
        say(`${shot.name}.png, ${Math.round(size / 1000)} kB`);
      } catch (error) {
        failed.push(shot.name);
        say(`${shot.name}: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  try {
    const screens = [
      ...portalShots,
      ...incidentShots,
      ...deliveryShots,
      ...runbooksShots,
      ...whyShots,
      ...(only
        ? [...rollbackShots, ...proposalShots, ...runShots, ...analysisShots]
        : []),
    ].filter(wanted);
    if (screens.length) {
      await untilCritical(portal, token);
      await takeAll(portal, screens);
    }
    for (const [plugin, shots] of [
      ['slo', stateShots],
      ['incidents', [...incidentStateShots, ...triageStateShots]],
    ] as const) {
      const states = shots.filter(wanted);
      if (!states.length) continue;
      const page = values.dev
        ? { url: values.dev, stop: async () => {} }
        : await startDevPage(plugin);
      try {
        await takeAll(page.url, states);
      } finally {
        await page.stop();
      }
    }
  } finally {
    await camera.close();
  }
  if (failed.length) throw new Error(`Not taken: ${failed.join(', ')}`);
}

main().then(
  () => process.exit(),
  error => {
    process.stderr.write(
      `pictures: ${error instanceof Error ? error.message : error}\n`,
    );
    process.exit(1);
  },
);
