import type { Entity } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';

/** A component of `payers` in `shop`, unless it says otherwise. */
export function component(
  name: string,
  options: {
    owner?: string;
    system?: string;
    tier?: string;
    dependsOn?: string[];
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { owner = 'payers', system = 'shop', tier, dependsOn = [] } = options;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        ...(tier && { 'ghostlight.dev/tier': tier }),
        ...options.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      { type: 'partOf', targetRef: `system:default/${system}` },
      ...dependsOn.map(other => ({
        type: 'dependsOn',
        targetRef: `component:default/${other}`,
      })),
    ],
  };
  // It changes with the content, as the catalog gives it.
  const etag = createHash('sha256')
    .update(JSON.stringify(entity))
    .digest('hex');
  return { ...entity, metadata: { ...entity.metadata, etag } };
}
