import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { sloSourcesExtensionPoint } from '@ghostlight/plugin-slo-node';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import { component, pushedSlo, slo } from '../src/__testUtils__/entities';

// `yarn start` here runs the plugin alone: no sign-in, two services, a source that makes up numbers.
//
//   curl 'http://localhost:7007/api/slo/v1/objectives?entityRef=component:default/payments'

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      component('payments'),
      component('search', { owner: 'finders' }),
      slo('payments-availability', 'payments'),
      pushedSlo('search-availability', 'search'),
    ],
  }),
);
backend.add(
  createBackendModule({
    pluginId: 'slo',
    moduleId: 'made-up-source',
    register(env) {
      env.registerInit({
        deps: { sources: sloSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource(
            fakeSource({
              answer: (_, minute) => ({
                good: minute % 1440 < 15 ? 980 : 1000,
                total: 1000,
              }),
            }),
          );
        },
      });
    },
  }),
);
backend.add(import('../src'));

backend.start();
