import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  createTechDocsAddonExtension,
  TechDocsAddonLocations,
} from '@backstage/plugin-techdocs-react';
import type { JSX } from 'react';
import { createFrontendClient, runbooksApiRef } from './api';
import {
  approvalsRouteRef,
  attemptRouteRef,
  docsRouteRef,
  entityTabRouteRef,
  experimentRouteRef,
  incidentsRouteRef,
  policyRouteRef,
  remediationRouteRef,
  rootRouteRef,
  runbookRouteRef,
  runRouteRef,
} from './routes';
import { LazyRunbookOfPage } from './techdocs/LazyRunbookOfPage';

/**
 * The runbooks screens for apps on the legacy frontend system.
 *
 * @public
 */
export const runbooksPlugin = createPlugin({
  id: 'runbooks',
  apis: [
    createApiFactory({
      api: runbooksApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
  ],
  routes: {
    root: rootRouteRef,
    runbook: runbookRouteRef,
    run: runRouteRef,
    attempt: attemptRouteRef,
    remediation: remediationRouteRef,
    policy: policyRouteRef,
    approvals: approvalsRouteRef,
    experiment: experimentRouteRef,
    entity: entityTabRouteRef,
  },
  externalRoutes: { incidents: incidentsRouteRef, docs: docsRouteRef },
});

/**
 * Runbooks, runs and all that belongs to them, with page header; mount it at `/runbooks`.
 *
 * @public
 */
export const RunbooksPage: () => JSX.Element | null = runbooksPlugin.provide(
  createRoutableExtension({
    name: 'RunbooksPage',
    component: () => import('./legacy/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Runbooks tab of an entity page; mount it at `/runbooks`.
 *
 * @public
 */
export const EntityRunbooksContent: () => JSX.Element | null =
  runbooksPlugin.provide(
    createRoutableExtension({
      name: 'EntityRunbooksContent',
      component: () => import('./entity/RunbooksTab').then(m => m.RunbooksTab),
      mountPoint: entityTabRouteRef,
    }),
  );

/**
 * The card for an entity's overview.
 *
 * @public
 */
export const EntityRunbooksCard: () => JSX.Element | null =
  runbooksPlugin.provide(
    createComponentExtension({
      name: 'EntityRunbooksCard',
      component: {
        lazy: () => import('./entity/RunbooksCard').then(m => m.RunbooksCard),
      },
    }),
  );

/**
 * What may help in an incident, with why, and where it is run.
 *
 * @public
 */
export const SuggestedRunbooks: (props: {
  incidentId: string;
}) => JSX.Element | null = runbooksPlugin.provide(
  createComponentExtension({
    name: 'SuggestedRunbooks',
    component: {
      lazy: () =>
        import('./incident/SuggestedRunbooks').then(m => m.SuggestedRunbooks),
    },
  }),
);

/**
 * On a page of TechDocs that is a runbook: what came of it last, and the way to run it. Put it into
 * `<TechDocsAddons>`.
 *
 * @public
 */
export const RunbookDocsAddon: () => JSX.Element | null =
  runbooksPlugin.provide(
    createTechDocsAddonExtension({
      name: 'Runbook',
      location: TechDocsAddonLocations.Subheader,
      component: LazyRunbookOfPage,
    }),
  );
