import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_TARGET,
  runbooksPermissions,
} from '@ghostlight/plugin-runbooks-common';
import {
  createEntityRules,
  type EntityCondition,
  type EntityResource,
  type Visibility as VisibilityBy,
} from '@ghostlight/reliability-node';

/** Which rows the caller may see: undefined stands for all, `none` for none. */
export type Visibility = VisibilityBy<EntityCondition>;

/**
 * The resource behind the permissions of the runbooks family: an entity in an environment.
 *
 * @public
 */
export const targetResourceRef = createPermissionResourceRef<
  EntityResource,
  EntityCondition
>().with({ pluginId: 'runbooks', resourceType: RESOURCE_TYPE_TARGET });

const rules = createEntityRules(targetResourceRef);

/** All that the permission system is told about targets. */
export const targetResourceType = {
  resourceRef: targetResourceRef,
  permissions: runbooksPermissions.filter(
    permission => permission.type === 'resource',
  ),
  rules: Object.values(rules),
};

const exported = createConditionExports({
  resourceRef: targetResourceRef,
  rules,
});

/**
 * Conditions for a permission policy: `targetConditions.isEntityOwner({claims})`.
 *
 * @public
 */
export const targetConditions = exported.conditions;

/**
 * Makes a conditional decision about targets, for a permission policy.
 *
 * @public
 */
export const createTargetConditionalDecision =
  exported.createConditionalDecision;
