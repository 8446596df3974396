import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, run, say } from '../process';
import type { Theatre } from '@ghostlight/theatre';
import { Child } from './Child';
import type { Settings } from './settings';

/** A cold start compiles the front end; on two busy cores that takes minutes. */
const readyWithinMs = 10 * 60_000;

export interface Addresses {
  app: string;
  backend: string;
}

export function addressesOf({ appPort, backendPort }: Settings): Addresses {
  return {
    app: `http://localhost:${appPort}`,
    backend: `http://localhost:${backendPort}`,
  };
}

/** What app-config.yaml reads. */
export function portalEnvironment(
  settings: Settings,
  theatre:
    | Pick<Theatre, 'measuredBy' | 'prometheusUrl' | 'kubernetes' | 'slack'>
    | undefined,
): NodeJS.ProcessEnv {
  const { app, backend } = addressesOf(settings);
  return {
    ...process.env,
    GHOSTLIGHT_APP_URL: app,
    GHOSTLIGHT_BACKEND_URL: backend,
    GHOSTLIGHT_BACKEND_PORT: String(settings.backendPort),
    GHOSTLIGHT_DATA: settings.data,
    GHOSTLIGHT_TOKEN: settings.token,
    THEATRE_MEASURED_BY: theatre?.measuredBy ?? 'none',
    ...(theatre?.prometheusUrl && {
      THEATRE_PROMETHEUS_URL: theatre.prometheusUrl,
    }),
    ...(theatre && {
      THEATRE_KUBERNETES_URL: theatre.kubernetes.url,
      THEATRE_KUBERNETES_TOKEN: theatre.kubernetes.token,
      THEATRE_SLACK_URL: theatre.slack.url,
      THEATRE_SLACK_TOKEN: theatre.slack.token,
    }),
    NODE_OPTIONS: [process.env.NODE_OPTIONS, '--no-node-snapshot']
      .filter(Boolean)
      .join(' '),
  };
}

async function built(): Promise<void> {
  const page = join(root, 'packages/app/dist/index.html');
  if (!existsSync(page)) {
    say('building the front end (about a minute)');
    const code = await run(process.execPath, [cli, 'package', 'build'], {
      cwd: join(root, 'packages/app'),
    });
    if (code !== 0)
      throw new Error(
        'The front end could not be built; its errors are above.',
      );
  }
  say(
    `serving the front end as it was built at ${statSync(
      page,
    ).mtime.toISOString()}`,
  );
}

const cli = require.resolve('@backstage/cli/bin/backstage-cli');

/** Starts front end and backend: one process that serves what was built, or Backstage's development servers. */
export async function startPortal(
  settings: Settings,
  env: NodeJS.ProcessEnv,
): Promise<Child> {
  if (!settings.serve) {
    return Child.start({
      name: 'The portal',
      args: [cli, 'repo', 'start', 'packages/app', 'packages/backend'],
      cwd: root,
      env,
    });
  }
  await built();
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  return Child.start({
    name: 'The backend',
    args: [
      '-r',
      transform,
      'src/index.ts',
      '--config',
      join(root, 'app-config.yaml'),
    ],
    cwd: join(root, 'packages/backend'),
    env: {
      ...env,
      NODE_ENV: 'development',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    },
  });
}

/** Waits until front end and backend answer. */
export async function untilReady(
  { app, backend }: Addresses,
  signal: AbortSignal,
): Promise<void> {
  // In this order: a backend that is starting logs every request for the front end as an error.
  const waiting = [
    { name: 'backend', url: `${backend}/.backstage/health/v1/readiness` },
    { name: 'front end', url: app },
  ];
  const started = Date.now();
  let told = started;
  while (waiting.length) {
    const [{ name, url }] = waiting;
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    }).catch(() => undefined);
    signal.throwIfAborted();
    if (response?.ok) {
      waiting.shift();
      const seconds = Math.round((Date.now() - started) / 1000);
      say(`the ${name} answers (${seconds} s)`);
      continue;
    }
    if (Date.now() - started > readyWithinMs) {
      throw new Error(
        `The ${name} did not answer; the reason is in the lines above.`,
      );
    }
    if (Date.now() - told > 20_000) {
      told = Date.now();
      say(`waiting for the ${name}`);
    }
    await sleep(500, undefined, { signal });
  }
}
