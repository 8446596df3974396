import { createIncidentsClient } from '@ghostlight/plugin-incidents-common';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/process';
import type { Child } from '../../../scripts/start/Child';
import {
  addressesOf,
  portalEnvironment,
  startPortal,
  untilReady,
} from '../../../scripts/start/portal';

const second = 1_000;
/** Seconds after the beginning of the first at which the next of a chain began to fail. */
const failing = { payments: 0, checkout: 20, storefront: 40 };

/**
 * The demo portal as it is built and served, on a port and with data of its own, its fleet known but not
 * running, and an incident of three services after a deployment.
 */
export class BenchPortal {
  private constructor(
    private readonly child: Child,
    private readonly data: string,
    readonly url: string,
    private readonly token: string,
  ) {}

  static async start(claude: {
    url: string;
    apiKey: string;
  }): Promise<BenchPortal> {
    const port = await freePort();
    const data = mkdtempSync(join(tmpdir(), 'ghostlight-bench-portal-'));
    const token = randomBytes(24).toString('base64url');
    const settings = {
      serve: true,
      theatre: false,
      prometheus: false,
      data,
      appPort: port,
      backendPort: port,
      theatrePort: port,
      token,
      tokenIsNew: true,
    };
    process.env.LOG_LEVEL ??= 'error';
    const child = await startPortal(settings, {
      ...portalEnvironment(settings, undefined),
      THEATRE_MEASURED_BY: 'push',
      ANTHROPIC_API_KEY: claude.apiKey,
      ANTHROPIC_BASE_URL: claude.url,
      // So many analyses in a row are more than an incident is worth.
      APP_CONFIG_incidents_triage_budget_incidentUsd: '1000',
      APP_CONFIG_incidents_triage_budget_dayUsd: '1000',
    });
    const addresses = addressesOf(settings);
    const ready = new AbortController();
    // It leads a group of its own, which no signal for this process reaches.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => portal.stop().then(() => process.exit(130)));
    const portal = new BenchPortal(child, data, addresses.backend, token);
    try {
      await Promise.race([
        untilReady(addresses, ready.signal),
        child.ended.then(how => {
          throw new Error(`The portal ended (${how})`);
        }),
      ]);
    } catch (error) {
      ready.abort();
      await portal.stop();
      throw error;
    }
    return portal;
  }

  /** Answers the incident's id. */
  async breakPayments(): Promise<string> {
    const services = Object.keys(failing);
    const { incidents } = this;
    await until('the fleet is known', async () => {
      const known = await Promise.all(
        services.map(name =>
          incidents.request('get', '/v1/oncall', {
            params: { query: { entityRef: `component:default/${name}` } },
          }),
        ),
      );
      return known.every(({ data }) => data?.owners.length);
    });
    await this.post('/api/delivery/v1/changes/ci', {
      entityRef: 'component:default/payments',
      version: '2.3.4',
      status: 'succeeded',
    });
    const begun = Date.now();
    await this.post('/api/incidents/v1/intake/alertmanager', {
      version: '4',
      groupKey: '{}:{alertname="HighErrorRate"}',
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'ghostlight',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
      alerts: Object.entries(failing).map(([service, after], n) => ({
        status: 'firing',
        labels: { alertname: 'HighErrorRate', service, severity: 'critical' },
        annotations: { summary: `${service}: 5xx above 5 %` },
        startsAt: new Date(begun + (after - 60) * second).toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example',
        fingerprint: `a1b2c3d4e5f6071${n}`,
      })),
    });
    let id = '';
    await until('there is an incident', async () => {
      const { data } = await incidents.request('get', '/v1/incidents', {
        params: { query: { entityRef: ['component:default/payments'] } },
      });
      id = data?.items.find(({ alertCount }) => alertCount >= 3)?.id ?? '';
      return Boolean(id);
    });
    return id;
  }

  /** Reads from the incidents API, as a script does. */
  async get(path: string): Promise<void> {
    const answer = await fetch(`${this.url}/api/incidents${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  }

  async stop(): Promise<void> {
    await this.child.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  private get incidents() {
    return createIncidentsClient({
      baseUrl: `${this.url}/api/incidents`,
      fetch: (url, init) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${this.token}`);
        return fetch(url, { ...init, headers });
      },
    });
  }

  private async post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (answer.status !== 202)
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

async function until(
  what: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + 120 * second;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`Waited two minutes until ${what}, in vain`);
    await sleep(second);
  }
}
