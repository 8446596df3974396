import type { Example } from '../../__testUtils__/Example';

const firing = {
  status: 'firing',
  labels: {
    alertname: 'HighErrorRate',
    service: 'payments',
    severity: 'critical',
    env: 'prod',
  },
  annotations: { summary: 'Payments fail', description: 'More than 5 %' },
  startsAt: '2026-11-21T10:10:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example/graph?g0.expr=up',
  fingerprint: 'a1b2c3d4e5f60718',
};

/** A group as Alertmanager sends it; Grafana's is the same with more in it. */
export const group = {
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 2,
  status: 'firing',
  receiver: 'ghostlight',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: { severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example',
  alerts: [
    firing,
    {
      ...firing,
      fingerprint: 'b',
      status: 'resolved',
      endsAt: '2026-11-21T10:15:00Z',
    },
    {
      ...firing,
      fingerprint: '',
      labels: { ...firing.labels, service: 'checkout' },
      annotations: null,
    },
  ],
};

export const examples: Example[] = [
  { title: 'a group', body: group, items: ['alerts'] },
];
