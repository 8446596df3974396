import type {
  AdapterStatus,
  AlertDetail,
  Mapping,
  QuarantinePage,
  Silence,
} from '@ghostlight/plugin-incidents-common';
import { alert } from './alerts';
import { ago, ref } from './incidents';

/** Alerts that are kept quiet, of nobody, or over, beside those of the payments incident. */
export function otherAlerts(now: number): AlertDetail[] {
  const symptom = {
    kind: 'symptom' as const,
    reason: 'checkout depends on payments, where INC-0042 began',
    causeRef: 'INC-0042',
    at: ago(now, 10),
    until: ago(now, -50),
    count: 12,
  };
  return [
    alert(now, {
      id: '11',
      name: 'QueueFull',
      title: 'QueueFull on checkout',
      severity: 'warning',
      entityRef: ref('checkout'),
      suppression: symptom,
      suppressions: [
        symptom,
        {
          kind: 'flapping',
          reason: 'Went to and fro 6 times within 30 min',
          at: ago(now, 600),
          count: 4,
          undoneAt: ago(now, 590),
          undoneBy: 'user:default/ben',
        },
      ],
      occurrences: 12,
      transitions: 3,
    }),
    alert(now, {
      id: '12',
      name: 'DiskFull',
      title: 'DiskFull on node-7',
      severity: 'error',
      adapter: 'zabbix',
      entityRef: undefined,
      entityConfidence: undefined,
      entityReason: undefined,
      owner: undefined,
      labels: { host: 'ledger-db-7', trigger: 'disk' },
      raw: '<b>ledger-db-7</b>',
      candidates: [
        {
          entityRef: ref('ledger'),
          confidence: 0.62,
          reason: '“ledger-db-7” (host) is like its name',
        },
        {
          entityRef: ref('payments'),
          confidence: 0.2,
          reason: '“disk” (trigger) is in its text',
        },
      ],
    }),
    alert(now, {
      id: '13',
      name: 'CertificateExpires',
      title: 'CertificateExpires on storefront',
      severity: 'info',
      status: 'resolved',
      entityRef: ref('storefront'),
      startsAt: ago(now, 300),
      endsAt: ago(now, 200),
    }),
  ];
}

export function quarantinedItems(now: number): QuarantinePage['items'] {
  return [
    {
      id: '5',
      adapter: 'grafana',
      receivedAt: ago(now, 33),
      reason: 'startsAt is not a time',
      field: 'alerts[2].startsAt',
      raw: '{"startsAt":"yesterday","labels":{"x":"<img src=x>"}}',
    },
    {
      id: '4',
      adapter: 'cloudevents',
      receivedAt: ago(now, 90),
      reason: 'type is missing',
      raw: '{}',
    },
  ];
}

export function someSilences(now: number): Silence[] {
  return [
    {
      id: '3',
      matchers: [
        { label: 'name', mode: 'equals', value: 'QueueFull' },
        { label: 'cluster', mode: 'prefix', value: 'eu' },
      ],
      entityRef: ref('checkout'),
      reason: 'Known since Monday, fixed with the next release',
      createdBy: 'user:default/ben',
      from: ago(now, 120),
      until: ago(now, -600),
      suppressed: 2,
    },
  ];
}

export function someMappings(now: number): Mapping[] {
  return [
    {
      id: 'rule:app label',
      matchers: [{ label: 'app', mode: 'glob', value: '*' }],
      entityRef: 'component:default/{app}',
      source: 'config',
    },
    {
      id: '9',
      matchers: [{ label: 'host', mode: 'prefix', value: 'cart-' }],
      entityRef: ref('checkout'),
      source: 'taught',
      createdBy: 'user:default/ana',
      createdAt: ago(now, 3000),
    },
  ];
}

export function senders(now: number): AdapterStatus[] {
  const none = { deliveries: 0, accepted: 0, quarantined: 0, truncated: 0 };
  return [
    {
      id: 'alertmanager-v4',
      title: 'Alertmanager',
      path: '/v1/intake/alertmanager-v4',
      topic: 'incidents.intake.alertmanager-v4',
      authentication: ['token'],
      deliveries: 812,
      accepted: 3011,
      quarantined: 0,
      truncated: 17,
      lastAt: ago(now, 0.5),
    },
    {
      id: 'grafana',
      title: 'Grafana',
      path: '/v1/intake/grafana',
      topic: 'incidents.intake.grafana',
      authentication: ['token', 'X-Grafana-Alerting-Signature'],
      deliveries: 4,
      accepted: 7,
      quarantined: 1,
      truncated: 0,
      lastAt: ago(now, 33),
    },
    {
      id: 'zabbix',
      title: 'Zabbix',
      path: '/v1/intake/zabbix',
      topic: 'incidents.intake.zabbix',
      authentication: ['token'],
      ...none,
    },
  ];
}
