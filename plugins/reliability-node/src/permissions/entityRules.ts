import {
  createPermissionRule,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/**
 * What a permission decision looks at: an entity in an environment. Full entity refs.
 *
 * @public
 */
export interface EntityResource {
  /** Left out for what concerns no known entity. */
  entityRef?: string;
  ownerRef?: string;
  systemRef?: string;
  environment: string;
}

/**
 * A condition on rows: the column holds one of the values.
 *
 * @public
 */
export interface EntityCondition {
  column: 'owner_ref' | 'system_ref' | 'environment';
  values: string[];
}

/**
 * Rules about entities in environments, for the resource type of a family: IS_ENTITY_OWNER, IS_IN_SYSTEM
 * and HAS_ENVIRONMENT.
 *
 * @public
 */
export function createEntityRules<Type extends string>(
  resourceRef: PermissionResourceRef<EntityResource, EntityCondition, Type>,
) {
  const isEntityOwner = createPermissionRule({
    name: 'IS_ENTITY_OWNER',
    description: 'Allow entities that one of the claims owns',
    resourceRef,
    paramsSchema: z.object({
      claims: z
        .array(z.string())
        .describe('Entity refs of which one must own the entity'),
    }),
    apply: ({ ownerRef }, { claims }) =>
      ownerRef !== undefined && claims.includes(ownerRef),
    toQuery: ({ claims }) => ({ column: 'owner_ref', values: claims }),
  });
  const isInSystem = createPermissionRule({
    name: 'IS_IN_SYSTEM',
    description: 'Allow entities that are part of one of the systems',
    resourceRef,
    paramsSchema: z.object({
      systems: z.array(z.string()).describe('Full entity refs of systems'),
    }),
    apply: ({ systemRef }, { systems }) =>
      systemRef !== undefined && systems.includes(systemRef),
    toQuery: ({ systems }) => ({ column: 'system_ref', values: systems }),
  });
  const hasEnvironment = createPermissionRule({
    name: 'HAS_ENVIRONMENT',
    description: 'Allow what is in one of the environments',
    resourceRef,
    paramsSchema: z.object({
      environments: z.array(z.string()).describe('Names, such as staging'),
    }),
    apply: ({ environment }, { environments }) =>
      environments.includes(environment),
    toQuery: ({ environments }) => ({
      column: 'environment',
      values: environments,
    }),
  });
  return { isEntityOwner, isInSystem, hasEnvironment };
}
