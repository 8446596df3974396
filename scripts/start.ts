/**
 * The portal with the demo fleet: services, Prometheus and its simulated past, backend, front end.
 * `--help` lists what can be chosen. Everything started here ends with it.
 */
import { mkdirSync } from 'node:fs';
import { Theatre } from '@ghostlight/theatre';
import { say } from './process';
import { Child } from './start/Child';
import {
  addressesOf,
  portalEnvironment,
  startPortal,
  untilReady,
} from './start/portal';
import { requireFree } from './start/ports';
import { readSettings, usage, type Settings } from './start/settings';

function requireNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major === 22 || major >= 24) return;
  throw new Error(
    `Node ${process.versions.node} cannot run Backstage 1.55. Use Node 24, or ./ghostlight start, which brings it.`,
  );
}

function startTheatre(settings: Settings): Promise<Theatre> {
  return Theatre.start({
    data: settings.data,
    basePort: settings.theatrePort,
    prometheus: settings.prometheus,
    portal: { url: addressesOf(settings).backend, token: settings.token },
    log: say,
  });
}

function explain(settings: Settings, theatre: Theatre | undefined) {
  const { app, backend } = addressesOf(settings);
  const lines = [
    '',
    `Ghostlight is at ${app}`,
    ...(app === backend
      ? []
      : [`Its API is at ${backend}/api/slo/v1/objectives`]),
    ...(settings.tokenIsNew
      ? [`Scripts show it this token: GHOSTLIGHT_TOKEN=${settings.token}`]
      : []),
    ...(theatre
      ? [
          theatre.prometheusUrl
            ? `The fleet is measured by a Prometheus at ${theatre.prometheusUrl}; the 30 days before its first start are simulated`
            : `The fleet pushes its counts, ${
                settings.prometheus
                  ? 'since no Prometheus was found'
                  : 'as asked'
              }; the 30 days before its first start are simulated`,
          '',
          `Open ${app}/catalog/default/component/payments, then try in another terminal:`,
          '  ./ghostlight theatre break payments',
          '  ./ghostlight theatre fix payments',
        ]
      : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main() {
  const settings = readSettings(process.argv.slice(2));
  if (settings === 'help') {
    process.stdout.write(usage);
    return;
  }
  requireNode();
  await requireFree(settings.appPort, 'GHOSTLIGHT_PORT');
  if (!settings.serve)
    await requireFree(settings.backendPort, 'GHOSTLIGHT_BACKEND_PORT');
  mkdirSync(settings.data, { recursive: true });

  const stopping = new AbortController();
  let theatre: Theatre | undefined;
  let portal: Child | undefined;
  const told = new Promise<void>(resolve => {
    const onSignal = () => {
      if (stopping.signal.aborted) return;
      say('stopping');
      stopping.abort();
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });

  try {
    if (settings.theatre) theatre = await startTheatre(settings);
    say('starting the portal');
    portal = await startPortal(settings, portalEnvironment(settings, theatre));
    const failed = Promise.race([
      portal.ended.then(how => {
        throw new Error(
          `${portal?.name} ended (${how}); the reason is in the lines above.`,
        );
      }),
      ...(theatre
        ? [theatre.measured.then(() => new Promise<never>(() => {}))]
        : []),
    ]);
    failed.catch(() => {});
    // Said when there is something to see: the portal answers, and the past can be read.
    await Promise.race([
      Promise.all([
        untilReady(addressesOf(settings), stopping.signal),
        theatre?.measured,
      ]),
      failed,
      told,
    ]);
    if (!stopping.signal.aborted) explain(settings, theatre);
    await Promise.race([failed, told]);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    stopping.abort();
    await Promise.all([portal?.stop(), theatre?.stop()]);
  }
}

main().then(
  () => process.exit(),
  error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  },
);
