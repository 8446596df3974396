import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import {
  createDeliveryClient,
  type DeliveryClient,
  type Deployment,
  type Rollout,
} from '@ghostlight/plugin-delivery-common';
import {
  createIncidentsClient,
  type Incident,
} from '@ghostlight/plugin-incidents-common';
import {
  createRunbooksClient,
  type Attempt,
  type AttemptDetail,
} from '@ghostlight/plugin-runbooks-common';
import {
  createSloClient,
  type ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

const portalUrl = `http://localhost:${process.env.GHOSTLIGHT_PORT}`;

const bearing =
  (authorization: string): typeof fetch =>
  (url, init) =>
    fetch(url, {
      ...init,
      headers: {
        ...Object.fromEntries(new Headers(init?.headers)),
        authorization,
      },
    });

const withToken = bearing(`Bearer ${process.env.GHOSTLIGHT_TOKEN}`);

/** The APIs as a script calls them: with the static token. */
export const api = createSloClient({
  baseUrl: `${portalUrl}/api/slo`,
  fetch: withToken,
});

export const incidents = createIncidentsClient({
  baseUrl: `${portalUrl}/api/incidents`,
  fetch: withToken,
});

export const delivery = createDeliveryClient({
  baseUrl: `${portalUrl}/api/delivery`,
  fetch: withToken,
});

export const runbooks = createRunbooksClient({
  baseUrl: `${portalUrl}/api/runbooks`,
  fetch: withToken,
});

/** What the tools answer, each some of it. */
interface AgentAnswer {
  incidents: object[];
  incident: { originRef?: string };
  verdict: string;
  suspects: { entityRef?: string; supporting: string[] }[];
  evidence: { id: string }[];
  owners: object[];
  objectives: object[];
  changes: object[];
  runbooks: { because: string[] }[];
  attemptId: string;
  state: string;
}

/** An agent of the set of tools for incidents: what it may use, and a call that answers what the tool did. */
export async function connectAgent() {
  const client = new Client({ name: 'on-call', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${portalUrl}/api/mcp-actions/v1/sre`),
      { fetch: (url, init) => withToken(url, init) },
    ),
  );
  const { tools } = await client.listTools();
  return {
    tools,
    async call(
      name: string,
      input: Record<string, unknown>,
    ): Promise<AgentAnswer> {
      const answer = await client.callTool({ name, arguments: input });
      if (answer.isError) throw new Error(JSON.stringify(answer.content));
      return answer.structuredContent as unknown as AgentAnswer;
    },
    close: () => client.close(),
  };
}

/** The delivery API as the guest calls it: with the token that signing in gives. */
export async function deliveryAsGuest(): Promise<DeliveryClient> {
  const signedIn = await fetch(`${portalUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signedIn.json();
  return createDeliveryClient({
    baseUrl: `${portalUrl}/api/delivery`,
    fetch: bearing(`Bearer ${backstageIdentity.token}`),
  });
}

/** What was shipped last of a service by a strategy, if anything was. */
export async function rolloutOf(service: string): Promise<Rollout | undefined> {
  const { data } = await delivery.request('get', '/v1/rollouts', {
    params: { query: { entityRef: [`component:default/${service}`] } },
  });
  return data?.items[0];
}

/** What was deployed of a service in production, the latest first. */
export async function deploymentsOf(service: string): Promise<Deployment[]> {
  const { data } = await delivery.request('get', '/v1/deployments', {
    params: {
      query: {
        entityRef: `component:default/${service}`,
        environment: 'production',
      },
    },
  });
  return data?.items ?? [];
}

/** What a policy has proposed or done, the latest first. */
export async function attemptsOf(policy: string): Promise<Attempt[]> {
  const { data } = await runbooks.request('get', '/v1/attempts', {
    params: { query: { policyRef: `remediationpolicy:default/${policy}` } },
  });
  return data?.items ?? [];
}

export async function attempt(id: string): Promise<AttemptDetail> {
  const { data } = await runbooks.request('get', '/v1/attempts/{id}', {
    params: { path: { id } },
  });
  return data!;
}

/** Ends what is open, so that what comes next is an incident of its own. */
export async function resolveIncidents(): Promise<void> {
  const { data } = await incidents.request('get', '/v1/incidents', {
    params: {
      query: { status: ['investigating', 'identified', 'monitoring'] },
    },
  });
  for (const { id: incidentId } of data?.items ?? [])
    await incidents.request('post', '/v1/incidents/{incidentId}/status', {
      params: { path: { incidentId } },
      body: { status: 'resolved' },
    });
}

/** The lines of an incident's timeline, one after the other. */
export async function timelineOf(incidentId: string): Promise<string> {
  const { data } = await incidents.request(
    'get',
    '/v1/incidents/{incidentId}/timeline',
    { params: { path: { incidentId } } },
  );
  return data?.items.map(({ text }) => text).join('\n') ?? '';
}

/** The open incidents that affect a service. */
export async function incidentsOf(service: string): Promise<Incident[]> {
  const { data } = await incidents.request('get', '/v1/incidents', {
    params: {
      query: {
        entityRef: [`component:default/${service}`],
        status: ['investigating', 'identified', 'monitoring'],
      },
    },
  });
  return data?.items ?? [];
}

export async function objectivesOf(
  service: string,
): Promise<ObjectiveStatus[]> {
  const { data } = await api.request('get', '/v1/objectives', {
    params: { query: { entityRef: [`component:default/${service}`] } },
  });
  return data?.items ?? [];
}

/** What was posted to the fleet's Slack, the oldest first. */
export async function messages(): Promise<
  { text: string; blocks: string[] }[]
> {
  const state = join(process.env.GHOSTLIGHT_DATA ?? '', 'theatre.json');
  const { control } = JSON.parse(readFileSync(state, 'utf8'));
  const answer = await fetch(`${control}/control/slack`);
  return (await answer.json()).messages;
}

/** Runs `theatre …` as a person does in another terminal. */
export function theatre(...args: string[]): string {
  return execFileSync(
    'node',
    [join(root, 'packages/theatre/bin/theatre'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
}

/** Opens a page, as a guest with the chosen language and theme. */
export async function visit(
  page: Page,
  path: string,
  options: { language?: 'en' | 'es'; theme?: 'light' | 'dark' } = {},
) {
  const { language = 'en', theme = 'light' } = options;
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('language', chosenLanguage);
      localStorage.setItem('theme', chosenTheme);
    },
    [language, theme],
  );
  await page.goto(path);
  const enter = page.getByRole('button', { name: /enter|entrar/i });
  const inside = page.getByRole('main');
  await expect(enter.or(inside).first()).toBeVisible();
  if (await enter.isVisible()) await enter.click();
  await expect(inside).toBeVisible();
}

/**
 * No accessibility violation in the page but for its shell, which is the portal's; or in a part of it,
 * where the rest is not ours.
 */
export async function expectAccessible(page: Page, part: string = 'main') {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(node => node.html.slice(0, 200)),
    })),
  ).toEqual([]);
}
