import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createRunbooksClient } from '@ghostlight/plugin-runbooks-common';
import runbooksPlugin, { runbooksApiRef } from '../src/alpha';
import { entities, testWorld } from '../src/__testUtils__';

/**
 * All states without a backend: /runbooks for the pages of the organisation, /runbooks/runs/RUN-0017 for
 * a run, /runbooks/runbook:default:payments-5xx for a runbook;
 * /catalog/default/component/<name>/runbooks with payments (a run is under way), checkout (quiet),
 * newborn (nothing yet), secret (forbidden), down (API error).
 */
const { portal } = testWorld();

const fakeBackend = createFrontendModule({
  pluginId: 'runbooks',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: runbooksApiRef,
          deps: {},
          factory: () =>
            createRunbooksClient({
              baseUrl: 'http://portal.example/api/runbooks',
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
  features: [catalogPlugin, runbooksPlugin, fakeBackend, fakeCatalog],
});
