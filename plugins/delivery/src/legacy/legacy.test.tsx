import { discoveryApiRef } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { createFrontendClient, deliveryApiRef } from '../api';
import {
  DeliveryPage,
  EntityDeliveryCard,
  EntityDeliveryContent,
} from '../index';
import { entities, testWorld } from '../__testUtils__';
import { rootRouteRef } from '../routes';

const world = testWorld();
serve('delivery', () => world.portal);

async function render(element: JSX.Element, path = '/here') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [permissionApiRef, mockApis.permission()],
        [discoveryApiRef, mockApis.discovery()],
        [
          deliveryApiRef,
          // The test app's fetch does not know `plugin://`.
          createFrontendClient({
            fetch: (input, init) =>
              fetch(
                String(input).replace(
                  'plugin://delivery',
                  'http://portal.example/api/delivery',
                ),
                init,
              ),
          }),
        ],
      ]}
    >
      <EntityProvider entity={entities.payments}>
        <Routes>
          <Route path="/here/*" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/here': rootRouteRef,
      },
    },
  );
}

describe('the legacy entry', () => {
  it('offers the Delivery tab', async () => {
    const { container } = await render(<EntityDeliveryContent />);
    expect(
      await screen.findByRole('heading', { name: /^payments runs v2\.3\.4/ }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('offers the overview card, which leads to where the pages are mounted', async () => {
    await render(<EntityDeliveryCard />);
    const card = within(
      await screen.findByRole('region', { name: 'Delivery' }),
    );
    expect(await card.findByRole('link', { name: 'v2.3.4' })).toHaveAttribute(
      'href',
      '/here/changes/d4',
    );
    // Without the incidents family there is no page to lead to.
    expect(screen.queryByRole('link', { name: 'INC-0042' })).toBeNull();
  });

  it('offers the pages with a header', async () => {
    await render(<DeliveryPage />);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Delivery' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Overview', current: 'page' }),
    ).toBeVisible();
  });

  it('shows one rollback under its id', async () => {
    await render(<DeliveryPage />, '/here/rollbacks/RB-0007');
    expect(
      await screen.findByRole('heading', { name: /^RB-0007 rolls/ }),
    ).toBeVisible();
  });
});
