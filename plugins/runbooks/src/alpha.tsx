/**
 * The runbooks screens for the New Frontend System.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createExtension,
  createExtensionDataRef,
  createFrontendPlugin,
  ExtensionBoundary,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { AddonBlueprint } from '@backstage/plugin-techdocs-react/alpha';
import type { ComponentType } from 'react';
import { createFrontendClient, runbooksApiRef } from './api';
import { BookIcon } from './BookIcon';
import {
  approvalsRouteRef,
  attemptRouteRef,
  docsRouteRef,
  experimentRouteRef,
  incidentsRouteRef,
  policyRouteRef,
  remediationRouteRef,
  rootRouteRef,
  runbookRouteRef,
  runRouteRef,
} from './routes';
import { LazyRunbookOfPage } from './techdocs/LazyRunbookOfPage';

export { runbooksApiRef } from './api';
export { runbooksTranslationRef } from './translation';

const withRunbooks = {
  kind: { $in: ['component', 'resource', 'api', 'system'] },
};

const runbooksApi = ApiBlueprint.make({
  params: define =>
    define({
      api: runbooksApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
});

const runbooksPage = PageBlueprint.make({
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    icon: <BookIcon />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./shell/RunbooksPages').then(m => (
        <main>
          <m.RunbooksPages />
        </main>
      )),
  },
});

const runbooksContent = EntityContentBlueprint.make({
  params: {
    path: '/runbooks',
    title: 'Runbooks',
    group: 'operation',
    filter: withRunbooks,
    loader: () => import('./entity/RunbooksTab').then(m => <m.RunbooksTab />),
  },
});

const runbooksCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: withRunbooks,
    loader: () => import('./entity/RunbooksCard').then(m => <m.RunbooksCard />),
  },
});

/**
 * What the incidents family's page takes among its next acts. Found by its id, as routes are: no
 * family's screens import another's.
 */
const incidentHelpDataRef = createExtensionDataRef<
  ComponentType<{ incidentId: string }>
>().with({ id: 'incidents.help' });

const incidentHelp = createExtension({
  kind: 'incident-help',
  attachTo: { id: 'page:incidents', input: 'help' },
  output: [incidentHelpDataRef],
  factory({ node }) {
    const Help = ExtensionBoundary.lazyComponent<{ incidentId: string }>(
      node,
      () =>
        import('./incident/SuggestedRunbooks').then(m => m.SuggestedRunbooks),
    );
    return [incidentHelpDataRef(Help)];
  },
});

const docsAddon = AddonBlueprint.make({
  name: 'runbook',
  params: {
    name: 'Runbook',
    location: 'Subheader',
    component: LazyRunbookOfPage,
  },
});

/**
 * Runbooks, runs, remediation, approvals and experiments: the pages, the entity's tab and its overview
 * card, and what may help in an incident.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'runbooks',
  title: 'Runbooks',
  icon: <BookIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    runbook: runbookRouteRef,
    run: runRouteRef,
    attempt: attemptRouteRef,
    remediation: remediationRouteRef,
    policy: policyRouteRef,
    approvals: approvalsRouteRef,
    experiment: experimentRouteRef,
  },
  externalRoutes: { incidents: incidentsRouteRef, docs: docsRouteRef },
  extensions: [
    runbooksApi,
    runbooksPage,
    runbooksContent,
    runbooksCard,
    incidentHelp,
    docsAddon,
  ],
});
