import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { createHash } from 'node:crypto';

/** A component with an owner, and what else it is related to. */
export function component(
  name: string,
  options: {
    owner?: string;
    system?: string;
    dependsOn?: string[];
    title?: string;
  } = {},
): Entity {
  const { owner = 'payers', dependsOn = [], title } = options;
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', ...(title && { title }) },
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

/** A system and whose it is. */
export function system(name: string, owner: string = 'payers'): Entity {
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: { owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  });
}

/** A team. */
export function group(name: string): Entity {
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
  });
}

/** A person. */
export function user(name: string, memberOf: string[] = []): Entity {
  return withEtag({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: {
      memberOf,
      profile: { displayName: name, email: `${name}@example.com` },
    },
    relations: memberOf.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
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
