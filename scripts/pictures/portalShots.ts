import type { Shot } from './Shot';

const slo = (name: string) => `/catalog/default/component/${name}/slo`;

/** Screens of the running demo portal, in which payments burns and catalogue does not. */
export const portalShots: Shot[] = [
  {
    name: 'overview-card-healthy',
    path: '/catalog/default/component/catalogue',
    shows: /budget|objectives/,
    tallest: 620,
  },
  {
    name: 'overview-card-critical',
    path: '/catalog/default/component/payments',
    shows: 'Critical',
    tallest: 620,
  },
  {
    name: 'slo-tab-healthy',
    path: slo('catalogue'),
    shows: /catalogue keeps its/,
  },
  {
    name: 'slo-tab-critical',
    path: slo('payments'),
    shows: /payments is burning its/,
  },
  {
    name: 'slo-tab-critical-dark-es',
    path: slo('payments'),
    language: 'es',
    theme: 'dark',
    shows: /payments está consumiendo/,
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
    tallest: 1100,
  },
  {
    name: 'slo-entity',
    path: '/catalog/default/slo/payments-availability/slo',
    shows: /payments is burning its/,
    tallest: 1100,
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
    tallest: 700,
  },
];
