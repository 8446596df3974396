import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource of the permissions that concern one objective.
 *
 * @public
 */
export const RESOURCE_TYPE_SLO_OBJECTIVE = 'slo-objective';

/**
 * See an objective, its budget, its series and the gate of its entity.
 *
 * @public
 */
export const sloObjectiveReadPermission = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/**
 * Leave a span of time out of a budget, or bring it back.
 *
 * @public
 */
export const sloCorrectionWritePermission = createPermission({
  name: 'slo.correction.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/**
 * Set or revoke an override of the gate.
 *
 * @public
 */
export const sloOverrideWritePermission = createPermission({
  name: 'slo.override.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/**
 * Push good and total counts of a push objective.
 *
 * @public
 */
export const sloSampleWritePermission = createPermission({
  name: 'slo.sample.write',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SLO_OBJECTIVE,
});

/** @public */
export const sloPermissions = [
  sloObjectiveReadPermission,
  sloCorrectionWritePermission,
  sloOverrideWritePermission,
  sloSampleWritePermission,
];
