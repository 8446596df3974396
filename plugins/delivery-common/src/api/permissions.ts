import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource of the permissions that concern an entity in an environment.
 *
 * @public
 */
export const RESOURCE_TYPE_RELEASE = 'delivery-release';

/**
 * See what changed, plans, rollbacks, rollouts, watches and verdicts of an entity.
 *
 * @public
 */
export const changeReadPermission = createPermission({
  name: 'delivery.change.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Send changes and evaluations in with a token.
 *
 * @public
 */
export const changeWritePermission = createPermission({
  name: 'delivery.change.write',
  attributes: { action: 'create' },
});

/**
 * Roll an entity back in an environment, or cancel that.
 *
 * @public
 */
export const rollbackApplyPermission = createPermission({
  name: 'delivery.rollback.apply',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Approve a rollback or rollout that somebody else asked for.
 *
 * @public
 */
export const rollbackApprovePermission = createPermission({
  name: 'delivery.rollback.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Ship a version by a strategy, and drive it: promote, pause, abort, retry.
 *
 * @public
 */
export const rolloutApplyPermission = createPermission({
  name: 'delivery.rollout.apply',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Approve a version for an environment, which the gate may ask for.
 *
 * @public
 */
export const releaseApprovePermission = createPermission({
  name: 'delivery.release.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Let something out in spite of the gate.
 *
 * @public
 */
export const gateOverridePermission = createPermission({
  name: 'delivery.gate.override',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RELEASE,
});

/**
 * Plan and end freezes.
 *
 * @public
 */
export const freezeManagePermission = createPermission({
  name: 'delivery.freeze.manage',
  attributes: { action: 'update' },
});

/** @public */
export const deliveryPermissions = [
  changeReadPermission,
  changeWritePermission,
  rollbackApplyPermission,
  rollbackApprovePermission,
  rolloutApplyPermission,
  releaseApprovePermission,
  gateOverridePermission,
  freezeManagePermission,
];
