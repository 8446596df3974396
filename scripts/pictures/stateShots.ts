import type { Shot } from './Shot';

const slo = (name: string, objective?: string) =>
  `/catalog/default/component/${name}/slo${
    objective ? `?objective=slo:default/${objective}` : ''
  }`;

/** States that a healthy portal does not have, from the plugin's page for development. */
export const stateShots: Shot[] = [
  {
    name: 'state-empty',
    path: slo('newborn'),
    shows: /objectives yet/i,
  },
  {
    name: 'state-source-failing',
    path: slo('blind'),
    shows: /no answer after 10 s|timeout/i,
    tallest: 1100,
  },
  {
    name: 'state-low-traffic',
    path: slo('payments', 'payments-search-quality'),
    shows: /too little traffic/i,
    tallest: 1100,
  },
  {
    name: 'state-no-data',
    path: slo('payments', 'payments-freshness'),
    shows: /no data|measured/i,
    tallest: 1100,
  },
  {
    name: 'state-forbidden',
    path: slo('secret'),
    shows: /may not see/i,
  },
  {
    name: 'state-error',
    path: slo('down'),
    shows: /could not be loaded/i,
  },
  {
    name: 'state-error-dark-es',
    path: slo('down'),
    language: 'es',
    theme: 'dark',
    shows: /no se pudo/i,
  },
  {
    name: 'state-invalid-document',
    path: slo('invalid'),
    shows: /between 0 and 1/i,
  },
  {
    name: 'state-empty-dark-es',
    path: slo('newborn'),
    language: 'es',
    theme: 'dark',
    shows: /objetivos/i,
  },
];
