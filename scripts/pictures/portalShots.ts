import type { Page } from '@playwright/test';
import type { Shot } from './Shot';

const slo = (name: string) => `/catalog/default/component/${name}/slo`;

/** A panel by its heading; the charts' panels are not sections. */
const panel = (name: string) => (page: Page) =>
  page.getByRole('region', { name, exact: true });

const card = (page: Page) =>
  page.locator('section').filter({ hasText: /^Reliability/ });

/** Screens of the running demo portal, in which payments burns and catalogue does not. */
export const portalShots: Shot[] = [
  {
    name: 'overview-card-healthy',
    path: '/catalog/default/component/catalogue',
    shows: /objectives healthy/,
    part: card,
  },
  {
    name: 'overview-card-critical',
    path: '/catalog/default/component/payments',
    shows: 'Critical',
    until: card,
  },
  {
    name: 'slo-tab-healthy',
    path: slo('catalogue'),
    shows: /catalogue keeps its/,
    until: panel('Definition'),
  },
  {
    name: 'slo-tab-critical',
    path: slo('payments'),
    shows: /payments is burning its/,
    until: panel('Golden signals'),
  },
  {
    name: 'slo-tab-critical-dark-es',
    path: slo('payments'),
    language: 'es',
    theme: 'dark',
    shows: /payments está consumiendo/,
    until: panel('Ritmo de consumo'),
  },
  {
    name: 'override-dialog',
    path: slo('payments'),
    shows: /payments is burning its/,
    dialog: true,
    async act(page) {
      await page.getByRole('button', { name: 'Override until…' }).click();
      await page
        .getByLabel('Reason')
        .fill('The fix for the failing release has to go out.');
    },
  },
  {
    name: 'maintenance-dialog',
    path: slo('payments'),
    shows: /payments is burning its/,
    dialog: true,
    async act(page) {
      await page.getByRole('button', { name: /Exclude/ }).click();
      await page.getByLabel('Reason').fill('Planned move of the database.');
    },
  },
  {
    name: 'system-roll-up',
    path: '/catalog/default/system/ordering/slo',
    shows: /over its components/,
    until: panel('Burn'),
  },
  {
    name: 'slo-entity',
    path: '/catalog/default/slo/payments-availability/slo',
    shows: /payments is burning its/,
    until: panel('Excluded and marked time'),
  },
  {
    name: 'reliability',
    path: '/reliability',
    shows: /services (is|are) burning/,
    tallest: 1000,
  },
  {
    name: 'reliability-dark-es',
    path: '/reliability',
    language: 'es',
    theme: 'dark',
    shows: /consumiendo su presupuesto/,
    tallest: 1000,
  },
  {
    name: 'reliability-by-team',
    path: '/reliability?view=owner',
    shows: /services (is|are) burning/,
    tallest: 560,
  },
];
