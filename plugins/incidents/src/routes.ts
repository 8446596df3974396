import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** Where the incidents pages are. Made by the legacy API, which both front-end systems understand. */
export const rootRouteRef = createRouteRef({ id: 'incidents' });

/** Where the Incidents tab of an entity page is, in legacy apps. */
export const entityTabRouteRef = createRouteRef({ id: 'incidents-entity' });

/** The delivery family's pages, where it is installed: the plan of a rollback, a change, a rollback. */
export const planRollbackRouteRef = createExternalRouteRef({
  id: 'incidents-plan-rollback',
  optional: true,
  defaultTarget: 'delivery.rollback',
});

export const deliveryChangeRouteRef = createExternalRouteRef({
  id: 'incidents-delivery-change',
  params: ['id'],
  optional: true,
  defaultTarget: 'delivery.change',
});

export const rollbackRouteRef = createExternalRouteRef({
  id: 'incidents-rollback',
  params: ['id'],
  optional: true,
  defaultTarget: 'delivery.rollbackRun',
});

/** Something that was proposed, of the runbooks family where it is installed. */
export const attemptRouteRef = createExternalRouteRef({
  id: 'incidents-attempt',
  params: ['id'],
  optional: true,
  defaultTarget: 'runbooks.attempt',
});

/** A runbook by its ref, with `:` for `/`. */
export const runbookRouteRef = createExternalRouteRef({
  id: 'incidents-runbook',
  params: ['runbook'],
  optional: true,
  defaultTarget: 'runbooks.runbook',
});
