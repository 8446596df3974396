/**
 * Shows that a stock portal can adopt the packages: packs them, makes a portal of the same Backstage
 * version with @backstage/create-app, does what README.md tells adopters to do, starts it, pushes
 * two minutes of samples and reads the SLO tab in a browser, sends an alert and reads its incident,
 * tells of a deployment and reads it, and opens a runbook.
 *
 *   ./ghostlight adopt DIR
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adoptPackages } from './adopt/adoptPackages';
import { checkEntries } from './adopt/checkEntries';
import { createPortal } from './adopt/createPortal';
import { pack } from './adopt/pack';
import { pushSamples } from './adopt/pushSamples';
import {
  readDelivery,
  readIncident,
  readRunbook,
  readTab,
} from './adopt/readTab';
import { sendAlert } from './adopt/sendAlert';
import { startPortal } from './adopt/startPortal';
import { must } from './adopt/steps';
import { tellDeployment } from './adopt/tellDeployment';
import { freePort, installPrograms, say } from './process';

async function main() {
  const [target] = process.argv.slice(2);
  if (!target)
    throw new Error('Say where to make the portal: ./ghostlight adopt DIR');
  const folder = resolve(target);
  const portal = join(folder, 'portal');
  if (existsSync(portal))
    throw new Error(`${portal} exists already; name another folder.`);
  const [missing] = installPrograms(['chromium']);
  if (missing) throw new Error(`Chromium is needed: ${missing.reason}`);

  say('packing the packages');
  const packed = await pack(join(folder, 'packages'));
  say('making a stock portal');
  await createPortal(portal);
  say('adopting them in it');
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  adoptPackages({ portal, packed, port, token });
  await must('yarn', ['install', '--no-immutable'], portal);
  await checkEntries(portal, packed);
  say('building its front end');
  await must('yarn', ['workspace', 'app', 'build'], portal);

  say('starting it');
  const server = await startPortal(portal, port);
  try {
    const url = `http://localhost:${port}`;
    await pushSamples(url, token);
    const picture = join(folder, 'slo-tab.png');
    await readTab(url, picture);
    say(`the SLO tab shows the objective; its picture is ${picture}`);
    await sendAlert(url, token);
    const incident = join(folder, 'incident.png');
    await readIncident(url, incident);
    say(`an alert became INC-0001; its picture is ${incident}`);
    await tellDeployment(url, token, '2.3.4');
    const delivery = join(folder, 'delivery.png');
    await readDelivery(url, delivery, '2.3.4');
    say(`the Delivery tab shows the version; its picture is ${delivery}`);
    const runbook = join(folder, 'runbook.png');
    await readRunbook(url, runbook);
    say(`the runbook can be read; its picture is ${runbook}`);
  } finally {
    await server.stop();
  }
}

main().then(
  () => process.exit(),
  error => {
    process.stderr.write(
      `adopt: ${error instanceof Error ? error.message : error}\n`,
    );
    process.exit(1);
  },
);
