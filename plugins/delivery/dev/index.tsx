import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createDeliveryClient } from '@ghostlight/plugin-delivery-common';
import deliveryPlugin, { deliveryApiRef } from '../src/alpha';
import { entities, testWorld } from '../src/__testUtils__';

/**
 * All states without a backend: /delivery for the pages of the organisation, /delivery/rollbacks/RB-0007
 * for a rollback; /catalog/default/component/<name>/delivery with payments (its version does harm),
 * checkout (a rollout is under way), newborn (nothing yet), secret (forbidden), down (API error).
 */
const { portal } = testWorld();

const fakeBackend = createFrontendModule({
  pluginId: 'delivery',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: deliveryApiRef,
          deps: {},
          factory: () =>
            createDeliveryClient({
              baseUrl: 'http://portal.example/api/delivery',
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
  features: [catalogPlugin, deliveryPlugin, fakeBackend, fakeCatalog],
});
