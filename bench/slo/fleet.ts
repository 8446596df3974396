import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  type Indicator,
  type Objective,
  standardPairs,
} from '@ghostlight/plugin-slo-common';

/** Objectives an entity has. */
export const objectivesPerEntity = 3;

const entitiesPerOwner = 84;
const entitiesPerSystem = 17;
const entitiesPerDomain = 167;

/** The five shapes of queries that the objectives take turns with; only the service differs within one. */
const shapes: ((service: string) => { title: string; indicator: Indicator })[] =
  [
    service => ({
      title: 'Availability',
      indicator: {
        kind: 'ratio',
        source: 'default',
        counter: true,
        bad: {
          query: `sum(http_requests_total{service="${service}",code=~"5.."})`,
        },
        total: { query: `sum(http_requests_total{service="${service}"})` },
      },
    }),
    service => ({
      title: 'Latency',
      indicator: {
        kind: 'ratio',
        source: 'default',
        counter: true,
        good: {
          query: `sum(http_request_duration_seconds_bucket{service="${service}",le="0.3"})`,
        },
        total: {
          query: `sum(http_request_duration_seconds_count{service="${service}"})`,
        },
      },
    }),
    service => ({
      title: 'Calls that answer',
      indicator: {
        kind: 'ratio',
        source: 'default',
        counter: true,
        good: {
          query: `sum(grpc_server_handled_total{service="${service}",grpc_code="OK"})`,
        },
        total: {
          query: `sum(grpc_server_handled_total{service="${service}"})`,
        },
      },
    }),
    service => ({
      title: 'Slowest hundredth',
      indicator: {
        kind: 'threshold',
        source: 'default',
        metric: {
          query: `histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{service="${service}"}[5m])))`,
        },
        operator: 'lte',
        threshold: 0.5,
      },
    }),
    service => ({
      title: 'Error ratio',
      indicator: {
        kind: 'raw',
        source: 'default',
        rawType: 'failure',
        raw: {
          query: `sum(rate(queue_failures_total{service="${service}"}[5m])) / sum(rate(queue_messages_total{service="${service}"}[5m]))`,
        },
      },
    }),
  ];

/** How many shapes there are. */
export const shapeCount = shapes.length;

/** The n-th objective of the fleet: 99.9 % over 30 rolling days, with all four burn pairs. */
export function objectiveAt(n: number): Objective {
  const service = serviceOf(n);
  const { title, indicator } = shapes[n % shapes.length](service);
  const documentRef = `slo:default/${service}-objective-${n}`;
  const target = 0.999;
  return {
    ref: documentRef,
    documentRef,
    entityRef: `component:default/${service}`,
    title,
    description: `What users of ${service} may count on.`,
    target,
    method: 'occurrences',
    window: { kind: 'rolling', seconds: 30 * 86_400, duration: '30d' },
    indicator,
    pairs: standardPairs(30 * 86_400, target),
    policyRef: 'builtin:conservative',
    alertBelow: 0.2,
  };
}

/** The document that an objective is compiled from, as the catalog has it. */
export function documentOf(objective: Objective): Entity {
  const name = objective.ref.split('/')[1];
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      namespace: 'default',
      name,
      etag: name,
      title: objective.title,
      annotations: {
        'backstage.io/managed-by-location': `url:https://example.com/${name}.yaml`,
      },
    },
    spec: {
      service: objective.entityRef,
      description: objective.description,
      budgetingMethod: 'Occurrences',
      timeWindow: [{ duration: '30d', isRolling: true }],
      indicator: { metadata: { name }, spec: plain(objective.indicator) },
      objectives: [{ displayName: objective.title, target: objective.target }],
    },
  };
}

/** As it comes from a file. */
function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

function serviceOf(n: number) {
  return `service-${entityOf(n)}`;
}

function entityOf(n: number) {
  return Math.floor(n / objectivesPerEntity);
}

/** Whose the n-th objective is. */
export function belongingAt(n: number) {
  const entity = entityOf(n);
  const of = (kind: string, name: string, size: number) =>
    `${kind}:default/${name}-${Math.floor(entity / size)}`;
  return {
    ownerRef: of('group', 'team', entitiesPerOwner),
    systemRef: of('system', 'system', entitiesPerSystem),
    domainRef: of('domain', 'domain', entitiesPerDomain),
    dependsOn: [],
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { namespace: 'default', name: serviceOf(n) },
    },
  };
}
