import {
  RESOURCE_TYPE_INCIDENT,
  incidentsPermissions,
} from '@ghostlight/plugin-incidents-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { RowCondition } from './Visibility';

/**
 * What a permission decision about an incident looks at. Full entity refs.
 *
 * @public
 */
export interface IncidentResource {
  id: string;
  /** Owners of the incident and of the entities that it affects. */
  ownerRefs: string[];
  /** Systems of both. */
  systemRefs: string[];
}

/**
 * The resource behind the permissions of incidents.
 *
 * @public
 */
export const incidentResourceRef = createPermissionResourceRef<
  IncidentResource,
  RowCondition
>().with({ pluginId: 'incidents', resourceType: RESOURCE_TYPE_INCIDENT });

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow incidents that one of the claims owns, or that affect an entity that it owns',
  resourceRef: incidentResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of which one must be an owner'),
  }),
  apply: (resource, { claims }) =>
    resource.ownerRefs.some(ref => claims.includes(ref)),
  toQuery: ({ claims }) => ({ of: 'owner', refs: claims }),
});

const isInSystem = createPermissionRule({
  name: 'IS_IN_SYSTEM',
  description: 'Allow incidents that affect an entity of one of the systems',
  resourceRef: incidentResourceRef,
  paramsSchema: z.object({
    systems: z.array(z.string()).describe('Full entity refs of systems'),
  }),
  apply: (resource, { systems }) =>
    resource.systemRefs.some(ref => systems.includes(ref)),
  toQuery: ({ systems }) => ({ of: 'system', refs: systems }),
});

const rules = { isOwner, isInSystem };

/** All that the permission system is told about incidents. */
export const incidentResourceType = {
  resourceRef: incidentResourceRef,
  permissions: incidentsPermissions.filter(
    permission =>
      permission.type !== 'resource' ||
      permission.resourceType === RESOURCE_TYPE_INCIDENT,
  ),
  rules: Object.values(rules),
};

const exported = createConditionExports({
  resourceRef: incidentResourceRef,
  rules,
});

/**
 * Conditions for permission policies: `incidentConditions.isOwner({claims})`.
 *
 * @public
 */
export const incidentConditions = exported.conditions;

/**
 * Wraps {@link incidentConditions} into the answer of a permission policy.
 *
 * @public
 */
export const createIncidentConditionalDecision =
  exported.createConditionalDecision;
