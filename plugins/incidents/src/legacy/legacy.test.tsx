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
import { createFrontendClient, incidentsApiRef } from '../api';
import {
  EntityIncidentsCard,
  EntityIncidentsContent,
  IncidentsPage,
} from '../index';
import { entities, testWorld } from '../__testUtils__';
import { rootRouteRef } from '../routes';

const world = testWorld();
serve('incidents', () => world.portal);

async function render(element: JSX.Element, path = '/here') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [permissionApiRef, mockApis.permission()],
        [discoveryApiRef, mockApis.discovery()],
        [
          incidentsApiRef,
          // The test app's fetch does not know `plugin://`.
          createFrontendClient({
            fetch: (input, init) =>
              fetch(
                String(input).replace(
                  'plugin://incidents',
                  'http://portal.example/api/incidents',
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
  it('offers the Incidents tab', async () => {
    const { container } = await render(<EntityIncidentsContent />);
    expect(
      await screen.findByText('payments has 1 open incident: INC-0042 SEV2.'),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('offers the overview card, which leads to where the pages are mounted', async () => {
    await render(<EntityIncidentsCard />);
    const card = await screen.findByRole('region', { name: 'Incidents' });
    expect(
      await within(card).findByRole('link', { name: 'INC-0042' }),
    ).toHaveAttribute('href', '/here/INC-0042');
  });

  it('offers the pages with a header', async () => {
    await render(<IncidentsPage />);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Incidents' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('grid', { name: 'Incidents' }),
    ).toBeVisible();
  });

  it('shows one incident under its id', async () => {
    await render(<IncidentsPage />, '/here/INC-0042');
    expect(await screen.findByText(/Likely origin: payments/)).toBeVisible();
  });
});
