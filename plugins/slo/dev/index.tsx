import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createSloClient } from '@ghostlight/plugin-slo-common';
import sloPlugin, { sloApiRef } from '../src/alpha';
import { entities, testWorld } from '../src/__testUtils__';

/**
 * All states without a backend: open /catalog/default/component/<name>/slo with payments (burning),
 * newborn (empty), blind (source fails), secret (forbidden), down (API error), invalid (findings);
 * /catalog/default/system/shop/slo for a roll-up; /reliability for the page.
 */
const portal = testWorld();

const fakeBackend = createFrontendModule({
  pluginId: 'slo',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: sloApiRef,
          deps: {},
          factory: () =>
            createSloClient({
              baseUrl: 'http://portal.example/api/slo',
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
  features: [catalogPlugin, sloPlugin, fakeBackend, fakeCatalog],
});
