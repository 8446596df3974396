/**
 * The incidents screens for the New Frontend System.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { createFrontendClient, incidentsApiRef } from './api';
import { BellIcon } from './BellIcon';
import { HelpProvider, incidentHelpDataRef } from './incident/help';
import {
  attemptRouteRef,
  deliveryChangeRouteRef,
  planRollbackRouteRef,
  rollbackRouteRef,
  rootRouteRef,
  runbookRouteRef,
} from './routes';
import { isIncidentResult } from './search/isIncidentResult';

export { incidentsApiRef } from './api';
export { incidentHelpDataRef, type IncidentHelp } from './incident/help';
export { incidentsTranslationRef } from './translation';

const withIncidents = {
  kind: { $in: ['component', 'system', 'domain', 'resource', 'api'] },
};

const incidentsApi = ApiBlueprint.make({
  params: define =>
    define({
      api: incidentsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
});

const incidentsPage = PageBlueprint.makeWithOverrides({
  inputs: { help: createExtensionInput([incidentHelpDataRef]) },
  factory(originalFactory, { inputs }) {
    const help = inputs.help.map(each => each.get(incidentHelpDataRef));
    return originalFactory({
      path: '/incidents',
      title: 'Incidents',
      icon: <BellIcon />,
      routeRef: rootRouteRef,
      loader: () =>
        import('./shell/IncidentsPages').then(m => (
          <main>
            <HelpProvider value={help}>
              <m.IncidentsPages />
            </HelpProvider>
          </main>
        )),
    });
  },
});

const incidentsContent = EntityContentBlueprint.make({
  params: {
    path: '/incidents',
    title: 'Incidents',
    group: 'operation',
    filter: withIncidents,
    loader: () => import('./entity/IncidentsTab').then(m => <m.IncidentsTab />),
  },
});

const incidentsCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: withIncidents,
    loader: () =>
      import('./entity/IncidentsCard').then(m => <m.IncidentsCard />),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'open',
  params: {
    name: 'OpenIncidents',
    // A plain string: the home page has no room for a translation here.
    title: 'Open incidents',
    components: () =>
      import('./home/OpenIncidents').then(m => ({ Content: m.OpenIncidents })),
    layout: { width: { defaultColumns: 6 }, height: { defaultRows: 5 } },
  },
});

const searchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: isIncidentResult,
    icon: <BellIcon />,
    component: () =>
      import('./search/IncidentResult').then(m => m.IncidentResult),
  },
});

const catalogFilter = CatalogFilterBlueprint.make({
  name: 'open-incident',
  params: {
    loader: () =>
      import('./catalogFilter/OpenIncidentPicker').then(m => (
        <m.OpenIncidentPicker />
      )),
  },
});

/**
 * Incidents, alerts, on-call and learning: the pages, the entity's tab and its overview card.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'incidents',
  title: 'Incidents',
  icon: <BellIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: {
    planRollback: planRollbackRouteRef,
    rollback: rollbackRouteRef,
    deliveryChange: deliveryChangeRouteRef,
    attempt: attemptRouteRef,
    runbook: runbookRouteRef,
  },
  extensions: [
    incidentsApi,
    incidentsPage,
    incidentsContent,
    incidentsCard,
    homeWidget,
    searchResult,
    catalogFilter,
  ],
});
