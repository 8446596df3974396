import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_RELEASE,
  deliveryPermissions,
} from '@ghostlight/plugin-delivery-common';
import type { Visibility as VisibilityBy } from '@ghostlight/reliability-node';
import { z } from 'zod';

/**
 * What a permission decision looks at: an entity in an environment. Full entity refs.
 *
 * @public
 */
export interface ReleaseResource {
  /** Left out for a change of no known entity. */
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
export interface ReleaseCondition {
  column: 'owner_ref' | 'system_ref' | 'environment';
  values: string[];
}

/** Which rows the caller may see: undefined stands for all, `none` for none. */
export type Visibility = VisibilityBy<ReleaseCondition>;

/**
 * The resource behind the permissions of the delivery family.
 *
 * @public
 */
export const releaseResourceRef = createPermissionResourceRef<
  ReleaseResource,
  ReleaseCondition
>().with({ pluginId: 'delivery', resourceType: RESOURCE_TYPE_RELEASE });

const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow entities that one of the claims owns',
  resourceRef: releaseResourceRef,
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
  resourceRef: releaseResourceRef,
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
  resourceRef: releaseResourceRef,
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

const rules = { isEntityOwner, isInSystem, hasEnvironment };

/** All that the permission system is told about releases. */
export const releaseResourceType = {
  resourceRef: releaseResourceRef,
  permissions: deliveryPermissions,
  rules: Object.values(rules),
};

const exported = createConditionExports({
  resourceRef: releaseResourceRef,
  rules,
});

/**
 * Conditions for a permission policy: `releaseConditions.isEntityOwner({claims})`.
 *
 * @public
 */
export const releaseConditions = exported.conditions;

/**
 * Makes a conditional decision about releases, for a permission policy.
 *
 * @public
 */
export const createReleaseConditionalDecision =
  exported.createConditionalDecision;
