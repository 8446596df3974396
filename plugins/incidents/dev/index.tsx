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
import { entities, paymentsRun, testWorld } from '../src/__testUtils__';

/**
 * All states without a backend: /incidents for the pages, /incidents/INC-0042 for an incident,
 * /incidents/INC-0018 for a merged one; asking Claude there goes through its stages, ?run=TRI-0007 shows
 * an analysis; /incidents/INC-0041 for one without evidence and model; /catalog/default/component/<name>/incidents with payments
 * (an open incident), newborn (nothing yet), secret (forbidden), down (API error).
 */
const world = testWorld();
world.pace = 900;
// What no screen has words for is for tests.
world.triageSettings.redactors = ['e-mail', 'token', 'jwt'];
world.triageSpend.outcomes = [
  { outcome: 'answered', runs: 251 },
  { outcome: 'overloaded', runs: 14 },
  { outcome: 'nothing-held', runs: 7 },
];
world.keepRun({ ...paymentsRun(world.now), incidentId: 'INC-0042' });
world.triages['INC-0041'] = {
  ...world.triages['INC-0042'],
  incidentId: 'INC-0041',
  report: {
    ...world.triages['INC-0042'].report,
    verdict: 'inconclusive',
    summary: { code: 'triage.summary.nothing', text: 'Nothing says why.' },
    suspects: [],
    evidence: [],
  },
  model: {
    available: false,
    why: { code: 'triage.unavailable.no-key', text: 'No key is configured.' },
  },
};
const { portal } = world;

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
