import {
  RESOURCE_TYPE_ALERT,
  alertReadPermission,
  alertUpdatePermission,
} from '@ghostlight/plugin-incidents-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { RowCondition } from './Visibility';

/**
 * What a permission decision about an alert looks at. Full entity refs.
 *
 * @public
 */
export interface AlertResource {
  id: string;
  /** Left out while its entity is not known. */
  entityRef?: string;
  /** Owner of its entity. */
  ownerRef?: string;
}

/**
 * The resource behind the permissions of alerts.
 *
 * @public
 */
export const alertResourceRef = createPermissionResourceRef<
  AlertResource,
  RowCondition
>().with({ pluginId: 'incidents', resourceType: RESOURCE_TYPE_ALERT });

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow alerts of entities that one of the claims owns',
  resourceRef: alertResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of which one must own the entity'),
  }),
  apply: ({ ownerRef }, { claims }) =>
    ownerRef !== undefined && claims.includes(ownerRef),
  toQuery: ({ claims }) => ({ of: 'owner', refs: claims }),
});

const isUnresolved = createPermissionRule({
  name: 'IS_UNRESOLVED',
  description: 'Allow alerts whose entity is not known',
  resourceRef: alertResourceRef,
  apply: ({ entityRef }) => entityRef === undefined,
  toQuery: (): RowCondition => ({ of: 'unresolved', refs: [] }),
});

const rules = { isOwner, isUnresolved };

/** All that the permission system is told about alerts. */
export const alertResourceType = {
  resourceRef: alertResourceRef,
  permissions: [alertReadPermission, alertUpdatePermission],
  rules: Object.values(rules),
};

const exported = createConditionExports({
  resourceRef: alertResourceRef,
  rules,
});

/**
 * Conditions for permission policies: `alertConditions.isOwner({claims})`.
 *
 * @public
 */
export const alertConditions = exported.conditions;

/**
 * Wraps {@link alertConditions} into the answer of a permission policy.
 *
 * @public
 */
export const createAlertConditionalDecision =
  exported.createConditionalDecision;
