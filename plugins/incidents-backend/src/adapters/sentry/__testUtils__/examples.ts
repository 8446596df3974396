import type { Example } from '../../__testUtils__/Example';

const sentry = { id: 'sentry', name: 'Sentry', type: 'application' };
const installation = { uuid: '9d3f7c52-0000-4000-8000-000000000001' };

export const eventAlert = {
  action: 'triggered',
  actor: sentry,
  installation,
  data: {
    event: {
      event_id: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      issue_id: '40410001',
      issue_url: 'https://sentry.example/api/0/issues/40410001/',
      title: 'CardDeclined: issuer did not answer',
      culprit: 'payments.charge in submit',
      datetime: '2026-11-21T10:09:59.500000Z',
      timestamp: 1795255799.5,
      level: 'error',
      platform: 'node',
      project: 1,
      release: 'payments@4.2.0',
      environment: 'production',
      tags: [
        ['environment', 'production'],
        ['service', 'payments'],
        ['user', 'email:someone@example.com'],
      ],
      url: 'https://sentry.example/api/0/projects/playhouse/payments/events/0f1e/',
      web_url:
        'https://sentry.example/organizations/playhouse/issues/40410001/',
    },
    triggered_rule: 'Payments: more than 50 events in an hour',
  },
};

export const issueResolved = {
  action: 'resolved',
  actor: { id: 7, name: 'Ines', type: 'user' },
  installation,
  data: {
    issue: {
      id: '40410001',
      shortId: 'PAYMENTS-9',
      title: 'CardDeclined: issuer did not answer',
      level: 'error',
      status: 'resolved',
      firstSeen: '2026-11-21T10:09:59Z',
      project: { id: '1', name: 'payments', slug: 'payments' },
      web_url:
        'https://sentry.example/organizations/playhouse/issues/40410001/',
    },
  },
};

export function metricAlert(action: string) {
  return {
    action,
    actor: sentry,
    installation,
    data: {
      description_title: 'Critical: Slow checkout',
      description_text: 'p95 above 2 s in the last 10 minutes',
      metric_alert: {
        id: '14',
        identifier: '3',
        title: 'Slow checkout',
        status: 20,
        projects: ['storefront', 'checkout'],
        date_started: '2026-11-21T10:10:00Z',
        date_closed: action === 'resolved' ? '2026-11-21T10:18:00Z' : null,
        alert_rule: {
          id: '77',
          name: 'Slow checkout',
          aggregate: 'p95(transaction.duration)',
          dataset: 'transactions',
          environment: 'production',
          projects: ['checkout', 'storefront'],
          query: '',
          triggers: [],
        },
      },
      web_url: 'https://sentry.example/organizations/playhouse/alerts/3/',
    },
  };
}

export const examples: Example[] = [
  {
    title: 'webhooks, from a queue',
    items: [],
    body: [
      eventAlert,
      metricAlert('critical'),
      { action: 'created', data: { issue: { id: '5', title: 'new' } } },
      issueResolved,
      metricAlert('resolved'),
    ],
  },
];
