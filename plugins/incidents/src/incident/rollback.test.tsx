import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { serve } from '@ghostlight/reliability-react/testUtils';
import { screen } from '@testing-library/react';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const root = createRouteRef({ id: 'delivery' });
const below = (id: string, path: string) =>
  createSubRouteRef({ id, path, parent: root });

/** What of the delivery family other families may lead to. */
const deliveryPlugin = createFrontendPlugin({
  pluginId: 'delivery',
  routes: {
    root,
    rollback: below('rollback', '/rollback'),
    change: below('change', '/changes/:id'),
    rollbackRun: below('rollbackRun', '/rollbacks/:id'),
  },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/delivery',
        title: 'Delivery',
        routeRef: root,
        loader: async () => <p>delivery</p>,
      },
    }),
  ],
});

const path = '/incidents/INC-0042?part=changes';

describe('the delivery family', () => {
  it('is offered as a rollback of the probable origin, and shows changes', async () => {
    world.changes[0].deliveryId = 'd4';
    renderScreen({ path, others: [deliveryPlugin] });
    expect(
      await screen.findByText('Roll payments back from v2.3.4'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Plan rollback' })).toHaveAttribute(
      'href',
      `/delivery/rollback?${new URLSearchParams({
        entityRef: 'component:default/payments',
        incident: 'INC-0042',
        environment: 'prod',
      })}`,
    );
    expect(
      await screen.findByRole('link', { name: 'deployment v2.3.4' }),
    ).toHaveAttribute('href', '/delivery/changes/d4');
  });

  it('is not mentioned where it is not installed', async () => {
    renderScreen({ path });
    expect(
      await screen.findByRole('link', { name: 'deployment v2.3.4' }),
    ).toHaveAttribute('href', 'https://ci.example/run/7');
    expect(screen.queryByText(/Roll payments back/)).toBeNull();
  });
});
