import {
  RESOURCE_TYPE_SLO_OBJECTIVE,
  sloPermissions,
} from '@ghostlight/plugin-slo-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';

/**
 * What a permission decision about an objective looks at. All are full entity refs but `ref`.
 *
 * @public
 */
export interface ObjectiveResource {
  /** The objective; left out where an entity as a whole is meant. */
  ref?: string;
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
}

/**
 * A condition on the rows of objectives: the column holds one of the values.
 *
 * @public
 */
export interface ObjectiveCondition {
  column: 'owner_ref' | 'system_ref' | 'entity_ref';
  values: string[];
}

/**
 * The resource behind the permissions of the slo family.
 *
 * @public
 */
export const objectiveResourceRef = createPermissionResourceRef<
  ObjectiveResource,
  ObjectiveCondition
>().with({ pluginId: 'slo', resourceType: RESOURCE_TYPE_SLO_OBJECTIVE });

const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow objectives of entities that one of the claims owns',
  resourceRef: objectiveResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of which one must own the measured entity'),
  }),
  apply: (resource, { claims }) =>
    resource.ownerRef !== undefined && claims.includes(resource.ownerRef),
  toQuery: ({ claims }) => ({ column: 'owner_ref', values: claims }),
});

const isInSystem = createPermissionRule({
  name: 'IS_IN_SYSTEM',
  description: 'Allow objectives of entities that are part of one of systems',
  resourceRef: objectiveResourceRef,
  paramsSchema: z.object({
    systems: z.array(z.string()).describe('Full entity refs of systems'),
  }),
  apply: (resource, { systems }) =>
    resource.systemRef !== undefined && systems.includes(resource.systemRef),
  toQuery: ({ systems }) => ({ column: 'system_ref', values: systems }),
});

const rules = { isEntityOwner, isInSystem };

/** All that the permission system is told about objectives. */
export const objectiveResourceType = {
  resourceRef: objectiveResourceRef,
  permissions: sloPermissions,
  rules: Object.values(rules),
};

const exported = createConditionExports({
  resourceRef: objectiveResourceRef,
  rules,
});

/**
 * Conditions for permission policies: `sloConditions.isEntityOwner({claims})`.
 *
 * @public
 */
export const sloConditions = exported.conditions;

/**
 * Wraps {@link sloConditions} into the answer of a permission policy.
 *
 * @public
 */
export const createSloConditionalDecision = exported.createConditionalDecision;
