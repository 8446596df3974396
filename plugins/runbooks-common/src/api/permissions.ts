import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource of the permissions that concern an entity in an environment.
 *
 * @public
 */
export const RESOURCE_TYPE_TARGET = 'runbooks-target';

/**
 * See runbooks, runs, policies, attempts and experiments of an entity.
 *
 * @public
 */
export const runbookReadPermission = createPermission({
  name: 'runbooks.runbook.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Run a runbook or an action for an entity, answer its steps, pause, cancel, skip or take over.
 *
 * @public
 */
export const executionRunPermission = createPermission({
  name: 'runbooks.execution.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Approve a run or a step that somebody else, or a policy, asks for.
 *
 * @public
 */
export const executionApprovePermission = createPermission({
  name: 'runbooks.execution.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Propose a remediation that a human must approve.
 *
 * @public
 */
export const remediationProposePermission = createPermission({
  name: 'runbooks.remediation.propose',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Switch a policy or an experiment of an entity off and on.
 *
 * @public
 */
export const remediationSwitchPermission = createPermission({
  name: 'runbooks.remediation.switch',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Switch all remediation and all experiments off and on.
 *
 * @public
 */
export const remediationStopPermission = createPermission({
  name: 'runbooks.remediation.stop',
  attributes: { action: 'update' },
});

/**
 * Run a chaos experiment on an entity.
 *
 * @public
 */
export const experimentRunPermission = createPermission({
  name: 'runbooks.experiment.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_TARGET,
});

/**
 * Have an action done by itself, outside any runbook or policy, to something that is not found through an
 * entity: a node, a namespace, a command, a webhook.
 *
 * @public
 */
export const platformActPermission = createPermission({
  name: 'runbooks.platform.act',
  attributes: { action: 'update' },
});

/** @public */
export const runbooksPermissions = [
  runbookReadPermission,
  executionRunPermission,
  executionApprovePermission,
  remediationProposePermission,
  remediationSwitchPermission,
  remediationStopPermission,
  experimentRunPermission,
  platformActPermission,
];
