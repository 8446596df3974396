import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { runbooksServiceMock } from '@ghostlight/plugin-runbooks-node/testUtils';
import type { ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';
import { stringify } from 'yaml';

const relation = (type: string, targetRef: string) => ({ type, targetRef });

export const component = (
  name: string,
  more: { relations?: Entity['relations']; metadata?: object } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', ...more.metadata },
  spec: { type: 'service', lifecycle: 'production' },
  relations: more.relations ?? [
    relation('ownedBy', 'group:default/payments'),
    relation('partOf', 'system:default/ordering'),
  ],
});

export const payments = component('payments', {
  metadata: {
    title: 'Payments',
    links: [{ url: 'https://dash.example.com/d/pay', title: 'Dashboard' }],
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://github.com/shop/payments/blob/main/catalog-info.yaml',
    },
  },
  relations: [
    relation('ownedBy', 'group:default/payments'),
    relation('partOf', 'system:default/ordering'),
    relation('dependsOn', 'component:default/ledger'),
  ],
});

/** An objective as slo answers it, of a document with one indicator. */
export function objective(
  name: string,
  options: {
    service: string;
    spec: JsonObject;
    target?: number;
    objective?: JsonObject;
  },
): ObjectiveDetail {
  const { service, spec, target = 0.999 } = options;
  const ref = `slo:default/${name}`;
  return {
    ref,
    documentRef: ref,
    entityRef: `component:default/${service}`,
    title: name.replace(/-/g, ' '),
    target,
    kind: 'thresholdMetric' in spec ? 'threshold' : 'ratio',
    definition: stringify({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name },
      spec: {
        service,
        indicator: { spec },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [{ ...options.objective, target }],
      },
    }),
  } as ObjectiveDetail;
}

export const query = (text: string) => ({
  metricSource: { type: 'Prometheus', spec: { query: text } },
});

export const availabilityOf = (service: string, target?: number) =>
  objective(`${service}-availability`, {
    service,
    target,
    spec: {
      ratioMetric: {
        counter: true,
        good: query(
          `sum(http_requests_total{service="${service}",code!~"5.."})`,
        ),
        total: query(`sum(http_requests_total{service="${service}"})`),
      },
    },
  });

export const latencyOf = (service: string) =>
  objective(`${service}-latency`, {
    service,
    spec: {
      ratioMetric: {
        counter: true,
        good: query(
          `sum(http_request_duration_seconds_bucket{service="${service}",le="0.3"})`,
        ),
        total: query(
          `sum(http_request_duration_seconds_count{service="${service}"})`,
        ),
      },
    },
  });

/** Everything that actions ask: a catalog, objectives and actions. */
export function testWorld(
  options: {
    entities?: Entity[];
    objectives?: ObjectiveDetail[];
  } = {},
) {
  const { objectives = [], entities = [payments] } = options;
  const slo = sloServiceMock({
    async listObjectives({ entityRef, system, owner }) {
      const items = objectives.filter(
        item => !entityRef || entityRef.includes(item.entityRef),
      );
      // All of them are of one system and one team.
      return {
        items: entityRef || system || owner ? items : [],
        counts: {},
        totalItems: items.length,
      } as never;
    },
    async getObjective(ref) {
      const found = objectives.find(item => item.ref === ref);
      if (!found) throw new NotFoundError(`No objective '${ref}'`);
      return found;
    },
  });
  const said = (text: string) => ({ code: 'x', text });
  const runbooks = runbooksServiceMock({
    async listActions() {
      return [
        {
          id: 'delivery:rollback',
          title: said('Roll back'),
          reversible: true,
          input: {
            type: 'object',
            properties: { reason: { type: 'string' } },
            additionalProperties: false,
          },
        },
        {
          id: 'kubernetes:scale',
          title: said('Scale a Deployment'),
          reversible: true,
          input: {
            type: 'object',
            required: ['replicas'],
            properties: {
              replicas: {
                type: 'integer',
                minimum: 0,
                maximum: 1000,
                description: 'How many pods',
              },
            },
            additionalProperties: false,
          },
        },
        {
          id: 'kubernetes:delete-pod',
          title: said('Delete a pod'),
          reversible: false,
          input: {
            type: 'object',
            required: ['pod', 'mode'],
            properties: {
              pod: { type: 'string' },
              mode: { enum: ['soft', 'hard'] },
            },
            additionalProperties: false,
          },
        },
      ] as never;
    },
  });
  return {
    catalog: catalogServiceMock({ entities }),
    slo,
    runbooks,
    logger: mockServices.logger.mock(),
  };
}
