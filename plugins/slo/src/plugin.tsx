import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { createFrontendClient, sloApiRef } from './api';
import { deliveryChangeRouteRef, incidentsRouteRef } from './routes';

const rootRouteRef = createRouteRef({ id: 'slo' });
const entityRouteRef = createRouteRef({ id: 'slo-entity' });

/**
 * The slo screens for apps on the legacy frontend system.
 *
 * @public
 */
export const sloPlugin = createPlugin({
  id: 'slo',
  apis: [
    createApiFactory({
      api: sloApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
  ],
  routes: { root: rootRouteRef, entity: entityRouteRef },
  externalRoutes: {
    deliveryChange: deliveryChangeRouteRef,
    incidents: incidentsRouteRef,
  },
});

/**
 * Every objective of the organisation, with page header.
 *
 * @public
 */
export const ReliabilityPage: () => JSX.Element | null = sloPlugin.provide(
  createRoutableExtension({
    name: 'ReliabilityPage',
    component: () => import('./legacy/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The SLO tab of an entity page; mount it at `/slo`.
 *
 * @public
 */
export const EntitySloContent: () => JSX.Element | null = sloPlugin.provide(
  createRoutableExtension({
    name: 'EntitySloContent',
    component: () => import('./tab/SloTab').then(m => m.SloTab),
    mountPoint: entityRouteRef,
  }),
);

/**
 * The card for an entity's overview.
 *
 * @public
 */
export const EntitySloCard: () => JSX.Element | null = sloPlugin.provide(
  createComponentExtension({
    name: 'EntitySloCard',
    component: { lazy: () => import('./card/SloCard').then(m => m.SloCard) },
  }),
);
