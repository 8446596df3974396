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
import { createFrontendClient, runbooksApiRef } from '../api';
import {
  EntityRunbooksCard,
  EntityRunbooksContent,
  RunbooksPage,
  SuggestedRunbooks,
} from '../index';
import { entities, testWorld } from '../__testUtils__';
import { rootRouteRef } from '../routes';

const world = testWorld();
serve('runbooks', () => world.portal);

async function render(element: JSX.Element, path = '/here') {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [permissionApiRef, mockApis.permission()],
        [discoveryApiRef, mockApis.discovery()],
        [
          runbooksApiRef,
          // The test app's fetch does not know `plugin://`.
          createFrontendClient({
            fetch: (input, init) =>
              fetch(
                String(input).replace(
                  'plugin://runbooks',
                  'http://portal.example/api/runbooks',
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
  it('offers the Runbooks tab', async () => {
    const { container } = await render(<EntityRunbooksContent />);
    expect(
      await screen.findByRole('heading', { name: /is under way for payments/ }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('offers the overview card, which leads to where the pages are mounted', async () => {
    await render(<EntityRunbooksCard />);
    const card = within(
      await screen.findByRole('region', { name: 'Runbooks' }),
    );
    expect(
      await card.findByRole('link', { name: /^RUN-0017/ }),
    ).toHaveAttribute('href', '/here/runs/RUN-0017');
  });

  it('offers the pages with a header', async () => {
    await render(<RunbooksPage />);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Runbooks' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Runbooks', current: 'page' }),
    ).toBeVisible();
  });

  it('shows one run under its id', async () => {
    await render(<RunbooksPage />, '/here/runs/RUN-0017');
    expect(
      await screen.findByRole('heading', { name: /^“payments 5xx” for/ }),
    ).toBeVisible();
    // Without the incidents family there is no page to lead to.
    expect(screen.queryByRole('link', { name: 'INC-0042' })).toBeNull();
  });

  it('offers what may help in an incident', async () => {
    const { container } = await render(
      <SuggestedRunbooks incidentId="INC-0042" />,
    );
    expect(
      await screen.findByText('The alert HighErrorRate is firing.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Plan “payments 5xx”' }),
    ).toHaveAttribute(
      'href',
      '/here/runbook:default:payments-5xx/run?incident=INC-0042',
    );
    expect(
      await screen.findByRole('link', { name: /^RUN-0017/ }),
    ).toBeVisible();
    await expectAccessible(container);
  });
});
