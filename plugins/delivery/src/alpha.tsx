/**
 * The delivery screens for the New Frontend System.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createFrontendClient, deliveryApiRef } from './api';
import {
  changeRouteRef,
  incidentsRouteRef,
  rollbackRouteRef,
  rollbackRunRouteRef,
  rootRouteRef,
} from './routes';
import { ShipIcon } from './ShipIcon';

export { deliveryApiRef } from './api';
export { deliveryTranslationRef } from './translation';

const withDeliveries = {
  kind: { $in: ['component', 'resource', 'api'] },
};

const deliveryApi = ApiBlueprint.make({
  params: define =>
    define({
      api: deliveryApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
});

const deliveryPage = PageBlueprint.make({
  params: {
    path: '/delivery',
    title: 'Delivery',
    icon: <ShipIcon />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./shell/DeliveryPages').then(m => (
        <main>
          <m.DeliveryPages />
        </main>
      )),
  },
});

const deliveryContent = EntityContentBlueprint.make({
  params: {
    path: '/delivery',
    title: 'Delivery',
    group: 'deployment',
    filter: withDeliveries,
    loader: () => import('./entity/DeliveryTab').then(m => <m.DeliveryTab />),
  },
});

const deliveryCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: withDeliveries,
    loader: () => import('./entity/DeliveryCard').then(m => <m.DeliveryCard />),
  },
});

/**
 * Deployments, rollback, gates and DORA: the pages, the entity's tab and its overview card.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <ShipIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    rollback: rollbackRouteRef,
    rollbackRun: rollbackRunRouteRef,
    change: changeRouteRef,
  },
  externalRoutes: { incidents: incidentsRouteRef },
  extensions: [deliveryApi, deliveryPage, deliveryContent, deliveryCard],
});
