import type {
  IncidentDetail,
  Suspect,
  TimelineEntry,
} from '@ghostlight/plugin-incidents-common';

/** Epoch milliseconds, a number of minutes before `now`, as the API writes it. */
export function ago(now: number, minutes: number): string {
  return new Date(now - minutes * 60_000).toISOString();
}

export const ref = (name: string) => `component:default/${name}`;

/** An incident with all that the contract requires; `more` says what is different. */
export function incident(
  now: number,
  more: Partial<IncidentDetail> & { id: string; title: string },
): IncidentDetail {
  return {
    severity: 'SEV3',
    status: 'investigating',
    entities: [
      { entityRef: ref('payments'), role: 'affected', since: ago(now, 14) },
    ],
    owner: 'group:default/team-payments',
    system: 'system:default/shop',
    source: 'rule',
    startedAt: ago(now, 14),
    detectedAt: ago(now, 13),
    createdAt: ago(now, 13),
    updatedAt: ago(now, 1),
    alertCount: 0,
    imported: false,
    version: 1,
    summary: '',
    roles: [],
    suspects: [],
    impact: { asOf: ago(now, 0), objectives: [] },
    followUps: [],
    merged: [],
    may: { update: true },
    ...more,
  };
}

export const suspects: Suspect[] = [
  {
    entityRef: ref('payments'),
    score: 0.82,
    confidence: 'high',
    changeId: '7',
    evidence: [
      {
        kind: 'change',
        text: 'payments changed 3 min before: deployment v2.3.4',
        weight: 0.15,
        data: { changeId: '7', title: 'deployment v2.3.4', seconds: '180' },
      },
      {
        kind: 'explains',
        text: '2 of 2 other alerting entities depend on payments',
        weight: 0.4,
        data: { count: '2', of: '2' },
        path: [ref('storefront'), ref('checkout'), ref('payments')],
      },
      {
        kind: 'earliest',
        text: 'payments was the first',
        weight: 0.15,
        data: { seconds: '0' },
      },
    ],
  },
  {
    entityRef: ref('ledger'),
    score: 0.2,
    confidence: 'low',
    evidence: [
      {
        kind: 'explains',
        text: '1 of the 3 that depend on ledger directly have alerts',
        weight: 0.2,
        data: { count: '1', of: '3' },
      },
    ],
  },
];

/** The incident of the sketches: payments broke with v2.3.4, checkout and storefront suffer. */
export function paymentsIncident(now: number): IncidentDetail {
  return incident(now, {
    id: 'INC-0042',
    title: 'payments: 5xx above 5 % since v2.3.4',
    severity: 'SEV2',
    status: 'investigating',
    origin: {
      entityRef: ref('payments'),
      confidence: 'high',
      changeId: '7',
      changeTitle: 'deployment v2.3.4',
    },
    entities: [
      { entityRef: ref('payments'), role: 'origin', since: ago(now, 14) },
      { entityRef: ref('checkout'), role: 'symptom', since: ago(now, 12) },
      { entityRef: ref('storefront'), role: 'symptom', since: ago(now, 11) },
    ],
    budgetMinutes: 18.1,
    sloAffecting: true,
    alertCount: 3,
    suspects,
    because: 'Rule “critical alerts”: one alert, critical',
    summary: 'Card payments fail for **about 8 %** of customers.',
    impact: {
      asOf: ago(now, 0.3),
      objectives: [
        {
          ref: 'slo:default/payments-availability',
          title: 'payments availability',
          entityRef: ref('payments'),
          budgetMinutes: 13.4,
          ofMinutes: 43.2,
        },
        {
          ref: 'slo:default/checkout-availability',
          title: 'checkout availability',
          entityRef: ref('checkout'),
          budgetMinutes: 4.7,
        },
      ],
    },
    followUps: [
      {
        id: '1',
        incidentId: 'INC-0042',
        title: 'Alert on error rate per version',
        owner: 'user:default/ana',
        due: ago(now, 3 * 1440).slice(0, 10),
        priority: 'high',
        state: 'open',
        createdAt: ago(now, 5),
        overdue: true,
      },
    ],
  });
}

export function paymentsTimeline(now: number): TimelineEntry[] {
  const entries: Omit<TimelineEntry, 'id'>[] = [
    {
      at: ago(now, 17),
      kind: 'change',
      text: 'v2.3.4 shipped by the pipeline',
      count: 1,
      data: { entityRef: ref('payments'), changeId: '7', kind: 'deployment' },
    },
    {
      at: ago(now, 14),
      lastAt: ago(now, 1),
      kind: 'alert',
      text: 'Alert: HighErrorRate payments',
      count: 37,
      data: { entityRef: ref('payments'), alertId: '1' },
    },
    {
      at: ago(now, 13),
      kind: 'status',
      text: 'Rule “critical alerts”: one alert, critical',
      count: 1,
      data: { to: 'investigating', severity: 'SEV2' },
    },
    {
      at: ago(now, 12),
      kind: 'alert',
      text: 'Alert: HighLatency checkout',
      count: 1,
      data: { entityRef: ref('checkout'), alertId: '2' },
      because: [
        {
          kind: 'depends-on',
          text: 'checkout depends on payments',
          weight: 0.5,
          data: { entityRef: ref('checkout'), otherRef: ref('payments') },
          path: [ref('checkout'), ref('payments')],
        },
        {
          kind: 'time',
          text: 'Started within 120 s',
          weight: 0.2,
          data: { seconds: '120' },
        },
      ],
    },
    {
      at: ago(now, 11),
      kind: 'notification',
      text: 'slack was told that it is open',
      count: 1,
      data: { channel: 'slack', kind: 'opened' },
    },
    {
      at: ago(now, 9),
      kind: 'note',
      author: 'user:default/ben',
      text: 'Looks like the **new client** times out. <img src=x onerror=alert(1)>',
      count: 1,
    },
  ];
  return entries
    .map((entry, index) => ({ id: String(index + 1), ...entry }))
    .reverse();
}
