import type { Page } from '@playwright/test';
import type { Shot } from './Shot';

/** The first that a portal opens for the broken payments service. */
const incident = '/incidents/INC-0001';

const panel = (name: string) => (page: Page) =>
  page.getByRole('region', { name, exact: true });

/** Screens of the running demo portal, in which payments is broken. */
export const incidentShots: Shot[] = [
  {
    name: 'incident-page',
    path: incident,
    shows: /Likely origin: payments/,
    tallest: 1150,
  },
  {
    name: 'incident-page-dark-es',
    path: incident,
    language: 'es',
    theme: 'dark',
    shows: /Origen probable: payments/,
    tallest: 1300,
  },
  {
    name: 'incident-blast-radius',
    path: `${incident}?part=graph`,
    shows: /Likely origin: payments/,
    part: panel('Blast radius'),
  },
  {
    name: 'incident-changes',
    path: `${incident}?part=changes`,
    shows: /Likely origin: payments/,
    part: panel('Changes beside symptoms'),
  },
  {
    name: 'incident-postmortem',
    path: `${incident}?part=postmortem`,
    shows: /Likely origin: payments/,
    tallest: 1150,
  },
  {
    name: 'incidents-list',
    path: '/incidents',
    shows: /open incident/,
    tallest: 700,
  },
  {
    name: 'incidents-tab',
    path: '/catalog/default/component/payments/incidents',
    shows: 'INC-0001',
    tallest: 1200,
  },
  {
    name: 'alerts-inbox',
    path: '/incidents/alerts',
    shows: /5xx above 5 %/,
    tallest: 900,
  },
  {
    name: 'on-call',
    path: '/incidents/on-call',
    shows: /Inés Ortega/,
    tallest: 1500,
  },
  {
    name: 'on-call-dark-es',
    path: '/incidents/on-call',
    language: 'es',
    theme: 'dark',
    shows: /Inés Ortega/,
    tallest: 1500,
  },
];

/** States that a portal whose fleet was just broken does not have, from the plugin's page for development. */
export const incidentStateShots: Shot[] = [
  {
    name: 'learning',
    path: '/incidents/learning',
    shows: /incidents began in the last/,
    tallest: 1600,
  },
  {
    name: 'learning-dark-es',
    path: '/incidents/learning',
    language: 'es',
    theme: 'dark',
    shows: /incidentes/,
    tallest: 1600,
  },
  {
    name: 'incidents-state-empty',
    path: '/catalog/default/component/newborn/incidents',
    shows: /no incident/i,
    tallest: 900,
  },
  {
    name: 'incidents-state-forbidden',
    path: '/catalog/default/component/secret/incidents',
    shows: /may not/i,
    tallest: 700,
  },
  {
    name: 'incidents-state-error',
    path: '/catalog/default/component/down/incidents',
    shows: /again/i,
    tallest: 700,
  },
  {
    name: 'incident-merged',
    path: '/incidents/INC-0018',
    shows: /part of/i,
    tallest: 900,
  },
];
