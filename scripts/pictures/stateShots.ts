import type { Page } from '@playwright/test';
import type { Shot } from './Shot';

const slo = (name: string, objective?: string) =>
  `/catalog/default/component/${name}/slo${
    objective ? `?objective=slo:default/${objective}` : ''
  }`;

const panel = (page: Page) => page.getByRole('region', { name: 'Burn' });

/** States that a healthy portal does not have, from the plugin's page for development. */
export const stateShots: Shot[] = [
  {
    name: 'state-empty',
    path: slo('newborn'),
    shows: /objectives yet/i,
    tallest: 980,
  },
  {
    name: 'state-source-failing',
    path: slo('blind'),
    shows: /no answer after 10 s|timeout/i,
    until: panel,
  },
  {
    name: 'state-low-traffic',
    path: slo('payments', 'payments-search-quality'),
    shows: /too little traffic/i,
    until: panel,
  },
  {
    name: 'state-no-data',
    path: slo('payments', 'payments-freshness'),
    shows: /no data|measured/i,
    until: panel,
  },
  {
    name: 'state-forbidden',
    path: slo('secret'),
    shows: /may not see/i,
    tallest: 420,
  },
  {
    name: 'state-error',
    path: slo('down'),
    shows: /could not be loaded/i,
    tallest: 420,
  },
  {
    name: 'state-error-dark-es',
    path: slo('down'),
    language: 'es',
    theme: 'dark',
    shows: /no se pudo/i,
    tallest: 420,
  },
  {
    name: 'state-invalid-document',
    path: slo('invalid'),
    shows: /between 0 and 1/i,
    tallest: 460,
  },
  {
    name: 'state-empty-dark-es',
    path: slo('newborn'),
    language: 'es',
    theme: 'dark',
    shows: /objetivos/i,
    tallest: 980,
  },
];
