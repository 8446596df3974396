import type { Page } from '@playwright/test';
import type { Shot } from './Shot';

/** Screens of the running demo portal, as it is. */
export const runbooksShots: Shot[] = [
  {
    name: 'runbook-page',
    path: '/runbooks/runbook:default:payments-charges-fail',
    shows: /Charges fail/,
    tallest: 1250,
  },
  {
    name: 'experiments',
    path: '/runbooks/experiments',
    shows: /Recommendations lose a pod/,
    tallest: 560,
  },
];

/**
 * Of a portal in which recommendations is broken and its policy has asked for an approval
 * (`./ghostlight theatre break recommendations`): taken by name.
 */
export const proposalShots: Shot[] = [
  {
    name: 'remediation',
    path: '/runbooks/remediation',
    shows: /2 policies/,
    tallest: 1150,
  },
  {
    name: 'remediation-dark-es',
    path: '/runbooks/remediation',
    language: 'es',
    theme: 'dark',
    shows: /2 políticas/,
    tallest: 1150,
  },
  {
    name: 'approvals',
    path: '/runbooks/approvals',
    shows: /Roll back from 2\.3\.4-failing/,
    tallest: 1350,
  },
];

/** The latest run of a runbook, by the list of them. */
const latestRun = {
  path: '/runbooks/runs?kind=runbook',
  shows: /^RUN-\d+$/,
  tallest: 1250,
  async act(page: Page) {
    await page
      .getByRole('link', { name: /^RUN-\d+$/ })
      .first()
      .click();
    await page.getByText('Take the new version back').first().waitFor();
  },
};

/** Of the same portal after somebody has agreed: taken by name. */
export const runShots: Shot[] = [
  { name: 'runbook-run', ...latestRun },
  {
    name: 'runbook-run-dark-es',
    language: 'es',
    theme: 'dark',
    ...latestRun,
  },
];
