import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';

/** A component with an owner, and what else it is related to. */
export function component(
  name: string,
  options: { owner?: string; system?: string; dependsOn?: string[] } = {},
): Entity {
  const { owner = 'payers', dependsOn = [] } = options;
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      {
        type: 'partOf',
        targetRef: `system:default/${options.system ?? 'shop'}`,
      },
      ...dependsOn.map(other => ({
        type: 'dependsOn',
        targetRef: `component:default/${other}`,
      })),
    ],
  });
}

/** A system in a domain. */
export function system(name: string, domain: string): Entity {
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'payers' },
    relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
  });
}

/** An SLO on a component, measured as a ratio of two counters unless told otherwise. */
export function slo(
  name: string,
  service: string,
  spec: JsonObject = {},
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return document(
    'SLO',
    name,
    {
      service,
      indicator: { metadata: { name: 'ratio' }, spec: ratioMetric() },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: 0.999 }],
      ...spec,
    },
    metadata,
  );
}

/** An SLO whose counts are pushed. */
export function pushedSlo(name: string, service: string, target = 0.999) {
  return slo(name, service, {
    indicator: {
      metadata: { name: 'pushed' },
      spec: {
        ratioMetric: {
          counter: true,
          good: { metricSource: { type: 'push', spec: {} } },
          total: { metricSource: { type: 'push', spec: {} } },
        },
      },
    },
    objectives: [{ target }],
  });
}

/** Any document of the family. */
export function document(
  kind: string,
  name: string,
  spec: JsonObject,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return withEtag({
    apiVersion:
      kind === 'ErrorBudgetPolicy' ? 'ghostlight.dev/v1' : 'openslo/v1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    spec,
  });
}

/** The etag that the catalog would give: it changes with the content. */
export function withEtag(entity: Entity): Entity {
  const etag = createHash('sha256')
    .update(JSON.stringify(entity))
    .digest('hex');
  return {
    ...entity,
    metadata: { ...entity.metadata, uid: stringifyEntityRef(entity), etag },
  };
}

/** Good and total from two counters; of the source `default` unless told otherwise. */
export function ratioMetric(metricSourceRef?: string): JsonObject {
  const metric = (query: string) => ({
    metricSource: {
      ...(metricSourceRef ? { metricSourceRef } : { type: 'Prometheus' }),
      spec: { query },
    },
  });
  return {
    ratioMetric: {
      counter: true,
      good: metric('requests_total{code!~"5.."}'),
      total: metric('requests_total'),
    },
  };
}
