import {
  createConditionExports,
  createPermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_RELEASE,
  deliveryPermissions,
} from '@ghostlight/plugin-delivery-common';
import {
  createEntityRules,
  type EntityCondition,
  type EntityResource,
  type Visibility as VisibilityBy,
} from '@ghostlight/reliability-node';

/**
 * What a permission decision looks at: an entity in an environment. Full entity refs.
 *
 * @public
 */
export type ReleaseResource = EntityResource;

/**
 * A condition on rows: the column holds one of the values.
 *
 * @public
 */
export type ReleaseCondition = EntityCondition;

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

const rules = createEntityRules(releaseResourceRef);

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
