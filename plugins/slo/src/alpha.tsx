/**
 * The slo screens for the New Frontend System.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  createRouteRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createFrontendClient, sloApiRef } from './api';
import { PulseIcon } from './PulseIcon';
import { deliveryChangeRouteRef, incidentsRouteRef } from './routes';

export { sloApiRef } from './api';
export { sloTranslationRef } from './translation';

const reliabilityRouteRef = createRouteRef();

const withObjectives = {
  kind: { $in: ['component', 'system', 'domain', 'slo'] },
};

const sloApi = ApiBlueprint.make({
  params: define =>
    define({
      api: sloApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createFrontendClient(fetchApi),
    }),
});

const reliabilityPage = PageBlueprint.make({
  params: {
    path: '/reliability',
    title: 'Reliability',
    icon: <PulseIcon />,
    routeRef: reliabilityRouteRef,
    loader: () =>
      import('./page/ReliabilityPage').then(m => (
        <main>
          <m.ReliabilityPage />
        </main>
      )),
  },
});

const sloContent = EntityContentBlueprint.make({
  params: {
    path: '/slo',
    title: 'SLO',
    group: 'operation',
    filter: withObjectives,
    loader: () => import('./tab/SloTab').then(m => <m.SloTab />),
  },
});

const sloCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: withObjectives,
    loader: () => import('./card/SloCard').then(m => <m.SloCard />),
  },
});

/**
 * Objectives, budgets and burn rates: the Reliability page, the SLO tab and the overview card.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'slo',
  title: 'Reliability',
  icon: <PulseIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: reliabilityRouteRef },
  externalRoutes: {
    deliveryChange: deliveryChangeRouteRef,
    incidents: incidentsRouteRef,
  },
  extensions: [sloApi, reliabilityPage, sloContent, sloCard],
});
