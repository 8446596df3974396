import { createIncidentsClient } from '@ghostlight/plugin-incidents-common';
import { setTimeout as sleep } from 'node:timers/promises';

const entityRef = 'component:default/example-website';

/**
 * Sends an alert of example-website as Alertmanager would, once the entity is known, and waits until
 * it is an incident.
 */
export async function sendAlert(url: string, token: string) {
  const authorization = `Bearer ${token}`;
  const client = createIncidentsClient({
    baseUrl: `${url}/api/incidents`,
    fetch: (address, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', authorization);
      return fetch(address, { ...init, headers });
    },
  });
  await until('the entity is known', async () => {
    const { data } = await client.request('get', '/v1/oncall', {
      params: { query: { entityRef } },
    });
    return data?.owners.length;
  });
  const response = await fetch(`${url}/api/incidents/v1/intake/alertmanager`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      version: '4',
      groupKey: '{}:{service="example-website"}',
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'ghostlight',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
      alerts: [
        {
          status: 'firing',
          labels: {
            alertname: 'HighErrorRate',
            service: 'example-website',
            severity: 'critical',
          },
          annotations: { summary: 'example-website: 5xx above 5 %' },
          startsAt: new Date().toISOString(),
          endsAt: '0001-01-01T00:00:00Z',
          generatorURL: 'http://prometheus.example',
          fingerprint: 'a1b2c3d4e5f60718',
        },
      ],
    }),
  });
  if (response.status !== 202)
    throw new Error(`The alert was not taken: ${await response.text()}`);
  await until('there is an incident', async () => {
    const { data } = await client.request('get', '/v1/incidents', {
      params: { query: { entityRef: [entityRef] } },
    });
    return data?.items.length;
  });
}

async function until(
  what: string,
  holds: () => Promise<number | undefined>,
): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    await sleep(1000);
  }
  throw new Error(`Waited a minute until ${what}, in vain.`);
}
