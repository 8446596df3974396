import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Where the runbooks pages are. Made by the legacy API, which both front-end systems understand. */
export const rootRouteRef = createRouteRef({ id: 'runbooks' });

/** Where the Runbooks tab of an entity page is, in legacy apps. */
export const entityTabRouteRef = createRouteRef({ id: 'runbooks-entity' });

/** A runbook by its ref, with `:` for `/`: `runbook:default:payments-5xx`. */
export const runbookRouteRef = createSubRouteRef({
  id: 'runbooks-runbook',
  path: '/:runbook',
  parent: rootRouteRef,
});

/** A run by its id. */
export const runRouteRef = createSubRouteRef({
  id: 'runbooks-run',
  path: '/runs/:id',
  parent: rootRouteRef,
});

/** Something that a policy proposed, by its id. */
export const attemptRouteRef = createSubRouteRef({
  id: 'runbooks-attempt',
  path: '/remediation/attempts/:id',
  parent: rootRouteRef,
});

/** What remediates by itself, what came of it, and the switch of all of it. */
export const remediationRouteRef = createSubRouteRef({
  id: 'runbooks-remediation',
  path: '/remediation',
  parent: rootRouteRef,
});

/** A policy by its ref, with `:` for `/`. */
export const policyRouteRef = createSubRouteRef({
  id: 'runbooks-policy',
  path: '/remediation/policies/:policy',
  parent: rootRouteRef,
});

/** What waits for a decision. */
export const approvalsRouteRef = createSubRouteRef({
  id: 'runbooks-approvals',
  path: '/approvals',
  parent: rootRouteRef,
});

/** An experiment by its ref, with `:` for `/`. */
export const experimentRouteRef = createSubRouteRef({
  id: 'runbooks-experiment',
  path: '/experiments/:experiment',
  parent: rootRouteRef,
});

/** The documentation of an entity, where TechDocs is installed. */
export const docsRouteRef = createExternalRouteRef({
  id: 'runbooks-docs',
  optional: true,
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'techdocs.docRoot',
});

/** The page of the incidents family, if it is installed; an incident is below it by its id. */
export const incidentsRouteRef = createExternalRouteRef({
  id: 'runbooks-incidents',
  optional: true,
  defaultTarget: 'incidents.root',
});
