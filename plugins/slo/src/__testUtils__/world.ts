import type { Entity } from '@backstage/catalog-model';
import type { Signals } from '@ghostlight/plugin-slo-common';
import { FakePortal } from './FakePortal';
import {
  burningAvailability,
  healthyLatency,
  neverMeasured,
  objective,
  quietSearchQuality,
  sourceFailing,
} from './objectives';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      system: 'shop',
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  };
}

/** The catalog of the test world: an entity for each state a screen can be in. */
export const entities = {
  payments: component('payments'),
  newborn: component('newborn'),
  blind: component('blind'),
  secret: component('secret'),
  down: component('down'),
  invalid: component('invalid'),
  shop: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { namespace: 'default', name: 'shop' },
    spec: { owner: 'team-payments' },
  },
  slo: {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { namespace: 'default', name: 'payments-availability' },
    spec: { service: 'payments' },
    relations: [{ type: 'measures', targetRef: 'component:default/payments' }],
  },
} satisfies Record<string, Entity>;

export function signalsOf(now: number): Signals {
  const at = (i: number) => ({
    p50: 0.04 + 0.01 * Math.sin(i / 9),
    p95: 0.18 + 0.05 * Math.sin(i / 7),
    p99: 0.42 + 0.1 * Math.sin(i / 5),
    traffic: 120 + 40 * Math.sin(i / 30),
    errors: i > 110 ? 0.014 : 0.0004,
    saturation: 0.48 + 0.1 * Math.sin(i / 40),
    cpu: 0.4 + 0.1 * Math.sin(i / 20),
    connections: 0.2,
    queue: i === 110 ? 1204 : 3,
  });
  return {
    entityRef: 'component:default/payments',
    asOf: now - 15,
    source: { name: 'default', type: 'prometheus', state: 'ok' },
    latest: at(119),
    history: Array.from({ length: 120 }, (_, i) => ({
      at: now - (120 - i) * 720,
      ...at(i),
    })),
    endpoints: [
      { endpoint: 'POST /charge', p99: 0.61, traffic: 48 },
      { endpoint: 'GET /methods', p99: 0.12, traffic: 71 },
    ],
  };
}

/** A portal with a burning payments service, its quieter neighbours, and one service per trouble. */
export function testWorld(now = Math.floor(Date.now() / 1000)): FakePortal {
  const portal = new FakePortal();
  portal.objectives = [
    burningAvailability(now),
    healthyLatency(now),
    quietSearchQuality(now),
    neverMeasured(now),
    {
      ...sourceFailing(now),
      ref: 'slo:default/blind-availability',
      documentRef: 'slo:default/blind-availability',
      entityRef: 'component:default/blind',
      title: 'blind-availability',
      systemRef: 'system:default/lab',
    },
    ...['checkout', 'search', 'ledger', 'storefront'].map((service, i) =>
      objective(now, {
        service,
        name: 'availability',
        bad: 100 + i * 90,
        more: {
          ownerRef: i % 2 ? 'group:default/team-web' : undefined,
          ...(service === 'search'
            ? { status: 'warning' as const, reason: 'budget-low' as const }
            : {}),
        },
      }),
    ),
  ];
  portal.signals = signalsOf(now);
  portal.findings = [
    {
      documentRef: 'slo:default/invalid-availability',
      title: 'invalid-availability',
      definitionUrl: 'https://git.example/invalid/slo.yaml',
      findings: [
        {
          severity: 'error',
          code: 'invalid',
          path: 'spec.objectives[0].target',
          message: 'A target lies between 0 and 1.',
          found: '99.9',
          allowed: 'a number above 0 and below 1',
        },
      ],
    },
    {
      documentRef: 'slo:default/payments-latency-p95',
      title: 'payments-latency-p95',
      findings: [
        {
          severity: 'warning',
          code: 'unreachable-burn',
          path: 'spec.objectives[0].target',
          message: 'At 95 % nothing can burn faster than 20×.',
        },
      ],
    },
  ];
  portal.failures = [
    {
      match: 'secret',
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not read this',
    },
    {
      match: 'component:default/down',
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the database is not reachable',
    },
  ];
  return portal;
}
