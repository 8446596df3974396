import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ReactNode } from 'react';
import { createFrontendClient, incidentsApiRef } from '../api';
import { rootRouteRef } from '../routes';

/** Renders a part of the plugin that another plugin's page holds. */
export function renderPart(part: ReactNode) {
  return renderInTestApp(<main>{part}</main>, {
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/incidents': rootRouteRef,
    },
    config: { backend: { baseUrl: 'http://portal.example' } },
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
      [catalogApiRef, catalogApiMock()],
      [
        incidentsApiRef,
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
    ],
  });
}
