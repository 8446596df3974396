import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { component, group, system } from '../src/__testUtils__/entities';

// `yarn start` here runs the plugin alone: no sign-in, three services that depend on each other, and
// nobody to notify.
//
//   curl -X POST http://localhost:7007/api/incidents/v1/incidents -H 'content-type: application/json' \
//     -d '{"title":"Payments fail","severity":"SEV2","entityRefs":["payments"]}'
//   curl http://localhost:7007/api/incidents/v1/incidents

const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      group('payers'),
      system('shop'),
      component('payments'),
      component('checkout', { dependsOn: ['payments'] }),
      component('storefront', { dependsOn: ['checkout'] }),
    ],
  }),
);
backend.add(
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send: async () => {} }),
  }),
);
backend.add(import('../src'));

backend.start();
