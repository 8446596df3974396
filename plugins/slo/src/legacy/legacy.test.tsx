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
import { createFrontendClient, sloApiRef } from '../api';
import { EntitySloCard, EntitySloContent, ReliabilityPage } from '../index';
import { entities, testWorld } from '../__testUtils__';

const portal = testWorld();
serve('slo', () => portal);

async function render(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [permissionApiRef, mockApis.permission()],
        [
          sloApiRef,
          // The test app's fetch does not know `plugin://`.
          createFrontendClient({
            fetch: (input, init) =>
              fetch(
                String(input).replace(
                  'plugin://slo',
                  'http://portal.example/api/slo',
                ),
                init,
              ),
          }),
        ],
      ]}
    >
      <EntityProvider entity={entities.payments}>
        <Routes>
          <Route path="/here" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/here'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('the legacy entry', () => {
  it('offers the SLO tab', async () => {
    const { container } = await render(<EntitySloContent />);
    expect(
      await screen.findByText(
        /payments is burning its availability budget: 14.6× over 1 h/,
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('offers the overview card', async () => {
    await render(<EntitySloCard />);
    const card = await screen.findByRole('region', { name: 'Reliability' });
    expect(await within(card).findByText('Critical')).toBeVisible();
  });

  it('offers the page with a header', async () => {
    await render(<ReliabilityPage />);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Reliability' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('grid', { name: 'Objectives of all services' }),
    ).toBeVisible();
  });
});
