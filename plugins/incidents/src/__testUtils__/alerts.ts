import type { AlertDetail, Change } from '@ghostlight/plugin-incidents-common';
import { ago, ref } from './incidents';

/** An alert with all that the contract requires; `more` says what is different. */
export function alert(
  now: number,
  more: Partial<AlertDetail> & { id: string; name: string },
): AlertDetail {
  return {
    fingerprint: `f${more.id}`,
    adapter: 'alertmanager-v4',
    title: `${more.name} on payments`,
    severity: 'critical',
    status: 'firing',
    entityRef: ref('payments'),
    entityConfidence: 1,
    entityReason: 'label service is payments',
    owner: 'group:default/team-payments',
    startsAt: ago(now, 14),
    receivedAt: ago(now, 14),
    lastSeenAt: ago(now, 1),
    occurrences: 1,
    labels: { alertname: more.name, service: 'payments' },
    annotations: {},
    raw: '{"status":"firing"}',
    suppressions: [],
    ...more,
  };
}

export function paymentsAlerts(now: number): AlertDetail[] {
  return [
    alert(now, {
      id: '1',
      name: 'HighErrorRate',
      occurrences: 37,
      incidentId: 'INC-0042',
      raw: '{"annotations":{"summary":"<script>alert(1)</script>"}}',
      annotations: { summary: '5xx above 5 %' },
      joined: [{ kind: 'earliest', text: 'the first of its group', weight: 1 }],
    }),
    alert(now, {
      id: '2',
      name: 'HighLatency',
      title: 'HighLatency on checkout',
      severity: 'warning',
      entityRef: ref('checkout'),
      startsAt: ago(now, 12),
      incidentId: 'INC-0042',
      isSymptom: true,
      joined: [
        {
          kind: 'depends-on',
          text: 'checkout depends on payments',
          weight: 0.5,
          data: { entityRef: ref('checkout'), otherRef: ref('payments') },
          path: [ref('checkout'), ref('payments')],
        },
      ],
    }),
    alert(now, {
      id: '3',
      name: 'SlowPages',
      title: 'SlowPages on storefront',
      severity: 'error',
      status: 'resolved',
      endsAt: ago(now, 2),
      entityRef: ref('storefront'),
      startsAt: ago(now, 11),
      incidentId: 'INC-0042',
      isSymptom: true,
    }),
  ];
}

export function paymentsChanges(now: number): Change[] {
  return [
    {
      id: '7',
      entityRef: ref('payments'),
      kind: 'deployment',
      title: 'deployment v2.3.4',
      version: 'v2.3.4',
      author: 'user:default/ben',
      outcome: 'succeeded',
      environment: 'prod',
      url: 'https://ci.example/run/7',
      at: ago(now, 17),
    },
    {
      id: '6',
      entityRef: ref('ledger'),
      kind: 'config',
      title: 'pool size 20 → 40',
      at: ago(now, 70),
    },
  ];
}
