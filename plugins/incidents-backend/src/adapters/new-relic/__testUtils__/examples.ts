import type { Example } from '../../__testUtils__/Example';

export const shortest = {
  id: '0bb5e1c0-0000-4000-8000-000000000001',
  issueUrl:
    'https://radar-api.service.newrelic.example/issues/1?notifier=WEBHOOK',
  title: 'Payments query result is > 5.0 for 5 minutes',
  priority: 'CRITICAL',
  impactedEntities: ['payments', 'payments-db'],
  totalIncidents: 2,
  state: 'ACTIVATED',
  trigger: 'STATE_CHANGE',
  isCorrelated: false,
  createdAt: 1795255800000,
  updatedAt: 1795255860000,
  sources: ['newrelic'],
  alertPolicyNames: ['Money'],
  alertConditionNames: ['Payment errors'],
  workflowName: 'Ghostlight',
};

export const examples: Example[] = [
  {
    title: 'issues, default and own template',
    items: [],
    body: [
      shortest,
      { ...shortest, id: '2', state: 'CREATED', priority: 'LOW', title: null },
      {
        ...shortest,
        state: 'CLOSED',
        closedAt: 1795256400000,
        updatedAt: 1795256401000,
        accountId: 4242,
        description: ['Payments fail'],
        runbookUrl: ['https://runbooks.example/payments'],
        entityGuids: ['NDI0Mg'],
        nrqlQuery: ['SELECT count(*) FROM TransactionError'],
        tags: { environment: ['prod'], team: ['billing', 'money'] },
      },
    ],
  },
];
