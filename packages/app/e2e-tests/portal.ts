import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import {
  createDeliveryClient,
  type Deployment,
} from '@ghostlight/plugin-delivery-common';
import {
  createIncidentsClient,
  type Incident,
} from '@ghostlight/plugin-incidents-common';
import {
  createSloClient,
  type ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

const portalUrl = `http://localhost:${process.env.GHOSTLIGHT_PORT}`;

const withToken: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: {
      ...Object.fromEntries(new Headers(init?.headers)),
      authorization: `Bearer ${process.env.GHOSTLIGHT_TOKEN}`,
    },
  });

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
