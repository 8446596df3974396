import type { Example } from '../../__testUtils__/Example';
import { group } from '../../alertmanager-v4/__testUtils__/examples';

export const examples: Example[] = [
  {
    title: 'a group',
    items: ['alerts'],
    body: {
      ...group,
      version: '1',
      orgId: 1,
      title: '[FIRING:3] HighErrorRate',
      state: 'alerting',
      message: '**Firing**',
      alerts: group.alerts.map((alert, index) => ({
        ...alert,
        labels: { ...alert.labels, rulename: 'High error rate' },
        values: { A: 7.5, C: 1 },
        valueString: '[ var=A value=7.5 ]',
        dashboardURL: 'https://grafana.example/d/abc',
        panelURL: index ? '' : 'https://grafana.example/d/abc?viewPanel=2',
        silenceURL: 'https://grafana.example/alerting/silence/new',
      })),
    },
  },
];
