import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { createFrontendClient, deliveryApiRef } from './api';
import {
  changeRouteRef,
  entityTabRouteRef,
  incidentsRouteRef,
  rollbackRouteRef,
  rollbackRunRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The delivery screens for apps on the legacy frontend system.
 *
 * @public
 */
export const deliveryPlugin = createPlugin({
  id: 'delivery',
  apis: [
    createApiFactory({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
  ],
  routes: {
    root: rootRouteRef,
    rollback: rollbackRouteRef,
    rollbackRun: rollbackRunRouteRef,
    change: changeRouteRef,
    entity: entityTabRouteRef,
  },
  externalRoutes: { incidents: incidentsRouteRef },
});

/**
 * What runs, changes, rollbacks, freezes, DORA and sources, with page header; mount it at
 * `/delivery`.
 *
 * @public
 */
export const DeliveryPage: () => JSX.Element | null = deliveryPlugin.provide(
  createRoutableExtension({
    name: 'DeliveryPage',
    component: () => import('./legacy/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Delivery tab of an entity page; mount it at `/delivery`.
 *
 * @public
 */
export const EntityDeliveryContent: () => JSX.Element | null =
  deliveryPlugin.provide(
    createRoutableExtension({
      name: 'EntityDeliveryContent',
      component: () => import('./entity/DeliveryTab').then(m => m.DeliveryTab),
      mountPoint: entityTabRouteRef,
    }),
  );

/**
 * The card for an entity's overview.
 *
 * @public
 */
export const EntityDeliveryCard: () => JSX.Element | null =
  deliveryPlugin.provide(
    createComponentExtension({
      name: 'EntityDeliveryCard',
      component: {
        lazy: () => import('./entity/DeliveryCard').then(m => m.DeliveryCard),
      },
    }),
  );
