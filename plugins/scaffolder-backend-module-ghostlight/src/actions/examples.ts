import { stringify } from 'yaml';

const example = (description: string, action: string, input: object) => ({
  description,
  example: stringify({ steps: [{ id: 'write', action, input }] }),
});

export const sloExamples = [
  example(
    'Availability, measured as the service or the rest of its system is',
    'ghostlight:slo:write',
    {
      entityRef: 'component:default/payments',
      type: 'availability',
      targetPercent: 99.9,
    },
  ),
  example('A latency of a calendar month', 'ghostlight:slo:write', {
    entityRef: 'component:default/payments',
    type: 'latency',
    threshold: 0.3,
    targetPercent: 99,
    window: '1M',
    timeZone: 'Europe/Madrid',
  }),
];

export const runbookExamples = [
  example('With an action', 'ghostlight:runbook:write', {
    entityRef: 'component:default/payments',
    kind: 'errors',
    actions: ['delivery:rollback'],
  }),
];

export const linkExamples = [
  example('Has the catalog read a file', 'ghostlight:catalog:link', {
    files: ['slo.yaml'],
  }),
];

export const readExamples = [
  example(
    'The files of the repository in which an entity is written',
    'ghostlight:repository:read',
    {
      entityRef: 'component:default/payments',
      files: ['slo.yaml'],
      targetPath: 'repository',
    },
  ),
];
