import { expect, type Page } from '@playwright/test';
import type { Shot } from './Shot';

/** The first that a portal opens for the broken payments service. */
const incident = '/incidents/INC-0001';

/** Screens of the running demo portal without a key for Claude, in which payments is broken. */
export const whyShots: Shot[] = [
  {
    name: 'triage-why',
    path: incident,
    shows: /The cause is( probably)? at payments/,
    dialog: true,
    async act(page) {
      const why = page.getByRole('region', { name: 'Why', exact: true });
      await why
        .getByRole('button', { name: /^E\d+: .*\(change\)/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Close' }).waitFor();
    },
  },
];

async function analysed(page: Page, title: string, ask: RegExp, over: string) {
  const analysis = page.getByRole('region', { name: title });
  const judged = analysis.getByText(over);
  const asking = analysis.getByRole('button', { name: ask });
  await expect(judged.or(asking).first()).toBeVisible();
  if (!(await judged.isVisible())) await asking.click();
  await judged.waitFor();
  return analysis;
}

const panel = (name: string) => (page: Page) =>
  page.getByRole('region', { name, exact: true });

/** Of a portal whose Claude is the theatre's: taken by name. */
export const analysisShots: Shot[] = [
  {
    name: 'triage-analysis',
    path: incident,
    shows: /The cause is( probably)? at payments/,
    dialog: true,
    async act(page) {
      const shown = await analysed(
        page,
        'What Claude makes of it',
        /^Ask Claude/,
        'Was it right?',
      );
      await shown
        .getByText(/The record says/)
        .first()
        .waitFor();
      await page.setViewportSize({ width: 1440, height: 1250 });
      await shown
        .getByRole('button', { name: /^E\d+: / })
        .first()
        .click();
      await shown.evaluate(node => node.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'triage-analysis-dark-es',
    path: incident,
    language: 'es',
    theme: 'dark',
    shows: /La causa está( probablemente)? en payments/,
    part: panel('Lo que opina Claude'),
    async act(page) {
      const shown = panel('Lo que opina Claude')(page);
      const again = shown.getByRole('button', { name: /^Preguntar/ }).first();
      await again.click();
      await shown
        .getByText(/El registro dice/)
        .first()
        .waitFor();
      await page.setViewportSize({ width: 1440, height: 1800 });
    },
  },
];

/** What takes a past, from the plugin's page for development. */
export const triageStateShots: Shot[] = [
  {
    name: 'triage-settings',
    path: '/incidents/triage',
    shows: /can be asked/,
    tallest: 1340,
  },
  {
    name: 'triage-recurring',
    path: '/incidents/recurring',
    shows: /groups of like incidents/,
    tallest: 980,
    async act(page) {
      await page
        .getByRole('button', { name: 'Have Claude draft a runbook' })
        .first()
        .click();
      await page.getByRole('region', { name: 'Drafted runbook' }).waitFor();
    },
  },
  {
    name: 'triage-review',
    path: '/incidents/INC-0042?part=alerts',
    shows: 'Have the alerts looked through',
    part: panel('Alerts'),
    async act(page) {
      await page.getByText('Have the alerts looked through').click();
      await page
        .getByRole('button', { name: 'Ask Claude about these alerts' })
        .click();
      await page.getByText(/^One cause for/).waitFor();
      await page.setViewportSize({ width: 1440, height: 2600 });
    },
  },
];
