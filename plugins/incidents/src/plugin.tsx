import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import type { SearchResultListItemExtensionProps } from '@backstage/plugin-search-react';
import type { JSX } from 'react';
import { createFrontendClient, incidentsApiRef } from './api';
import {
  attemptRouteRef,
  deliveryChangeRouteRef,
  entityTabRouteRef,
  planRollbackRouteRef,
  rollbackRouteRef,
  rootRouteRef,
  runbookRouteRef,
} from './routes';
import type { IncidentHelp } from './incident/help';
import { isIncidentResult } from './search/isIncidentResult';

/**
 * The incidents screens for apps on the legacy frontend system.
 *
 * @public
 */
export const incidentsPlugin = createPlugin({
  id: 'incidents',
  apis: [
    createApiFactory({
      api: incidentsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
  ],
  routes: { root: rootRouteRef, entity: entityTabRouteRef },
  externalRoutes: {
    planRollback: planRollbackRouteRef,
    rollback: rollbackRouteRef,
    deliveryChange: deliveryChangeRouteRef,
    attempt: attemptRouteRef,
    runbook: runbookRouteRef,
  },
});

/**
 * Incidents, alerts inbox, on call and learning, with page header; mount it at `/incidents`. Each of
 * `help` is shown among the next acts of an incident.
 *
 * @public
 */
export const IncidentsPage: (props: {
  help?: IncidentHelp[];
}) => JSX.Element | null = incidentsPlugin.provide(
  createRoutableExtension({
    name: 'IncidentsPage',
    component: () => import('./legacy/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Incidents tab of an entity page; mount it at `/incidents`.
 *
 * @public
 */
export const EntityIncidentsContent: () => JSX.Element | null =
  incidentsPlugin.provide(
    createRoutableExtension({
      name: 'EntityIncidentsContent',
      component: () =>
        import('./entity/IncidentsTab').then(m => m.IncidentsTab),
      mountPoint: entityTabRouteRef,
    }),
  );

/**
 * The card for an entity's overview.
 *
 * @public
 */
export const EntityIncidentsCard: () => JSX.Element | null =
  incidentsPlugin.provide(
    createComponentExtension({
      name: 'EntityIncidentsCard',
      component: {
        lazy: () => import('./entity/IncidentsCard').then(m => m.IncidentsCard),
      },
    }),
  );

/**
 * The open incidents, the worst first, as a card of the home page.
 *
 * @public
 */
export const HomePageOpenIncidents: (props: {
  title?: string;
}) => JSX.Element | null = incidentsPlugin.provide(
  createCardExtension({
    name: 'HomePageOpenIncidents',
    title: 'Open incidents',
    components: () =>
      import('./home/OpenIncidents').then(m => ({ Content: m.OpenIncidents })),
    layout: { width: { defaultColumns: 6 }, height: { defaultRows: 5 } },
  }),
);

/**
 * Incidents and postmortems among the results of the search page.
 *
 * @public
 */
export const IncidentSearchResultListItem: (
  props: SearchResultListItemExtensionProps<{ icon?: JSX.Element }>,
) => JSX.Element | null = incidentsPlugin.provide(
  createSearchResultListItemExtension({
    name: 'IncidentSearchResultListItem',
    predicate: isIncidentResult,
    component: () =>
      import('./search/IncidentResult').then(m => m.IncidentResult),
  }),
);

/**
 * The filter “has an open incident” of the catalog's list.
 *
 * @public
 */
export const OpenIncidentPicker: () => JSX.Element | null =
  incidentsPlugin.provide(
    createComponentExtension({
      name: 'OpenIncidentPicker',
      component: {
        lazy: () =>
          import('./catalogFilter/OpenIncidentPicker').then(
            m => m.OpenIncidentPicker,
          ),
      },
    }),
  );
