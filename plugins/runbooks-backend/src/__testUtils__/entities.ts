import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

export const payments = 'component:default/payments';

const etags = { last: 0 };

function entity(
  made: Pick<Entity, 'kind' | 'apiVersion' | 'spec' | 'relations'> & {
    metadata: Entity['metadata'];
  },
): Entity {
  etags.last += 1;
  return {
    ...made,
    metadata: {
      namespace: 'default',
      etag: String(etags.last),
      ...made.metadata,
    },
  };
}

/** A component of the payers. `dependants` are names. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    dependants?: string[];
    owner?: string;
  } = {},
): Entity {
  const { annotations = {}, dependants = [], owner = 'payers' } = options;
  return entity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', owner, system: 'shop' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      { type: 'partOf', targetRef: 'system:default/shop' },
      ...dependants.map(dependant => ({
        type: 'dependencyOf',
        targetRef: `component:default/${dependant}`,
      })),
    ],
  });
}

function document(kind: string) {
  return (name: string, spec: JsonObject): Entity =>
    entity({
      apiVersion: 'ghostlight.dev/v1',
      kind,
      metadata: { name, title: name },
      spec,
      relations: [{ type: 'ownedBy', targetRef: 'group:default/payers' }],
    });
}

export const runbook = document('Runbook');
export const policy = document('RemediationPolicy');
export const experiment = document('ChaosExperiment');
