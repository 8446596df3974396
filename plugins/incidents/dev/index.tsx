import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createIncidentsClient } from '@ghostlight/plugin-incidents-common';
import incidentsPlugin, { incidentsApiRef } from '../src/alpha';
import { entities, testWorld } from '../src/__testUtils__';

/**
 * All states without a backend: /incidents for the pages, /incidents/INC-0042 for an incident,
 * /incidents/INC-0018 for a merged one; /catalog/default/component/<name>/incidents with payments
 * (an open incident), newborn (nothing yet), secret (forbidden), down (API error).
 */
const { portal } = testWorld();

const fakeBackend = createFrontendModule({
  pluginId: 'incidents',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: incidentsApiRef,
          deps: {},
          factory: () =>
            createIncidentsClient({
              baseUrl: 'http://portal.example/api/incidents',
              fetch: async (input, init) =>
                portal.respond(new Request(input, init)),
            }),
        }),
    }),
  ],
});

const fakeCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: Object.values(entities) }),
        }),
    }),
  ],
});

createDevApp({
  features: [catalogPlugin, incidentsPlugin, fakeBackend, fakeCatalog],
});
