/* Runs in a process of its own, so that it can be killed: a backend with the delivery plugin. */
import { createBackend } from '@backstage/backend-defaults';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { deliveryExtensionPoint } from '@ghostlight/plugin-delivery-node';
import knexFactory from 'knex';
import { deliveryPlugin } from '../plugin';
import { FakeDriver } from './FakeDriver';
import { remotePlatform } from './PlatformServer';
import type { BackendSetup } from './startBackendProcess';

const setup: BackendSetup & { config: object } = JSON.parse(
  process.env.BACKEND ?? '{}',
);

const backend = createBackend();
backend.add(mockServices.rootConfig.factory({ data: { ...setup.config } }));
backend.add(mockServices.rootLogger.factory({ level: 'none' }));
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.database.factory({ knex: knexFactory(setup.connection) }),
);
backend.add(catalogServiceMock.factory({ entities: setup.entities }));
backend.add(
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send: async () => {} }),
  }),
);
backend.add(deliveryPlugin);
backend.add(
  createBackendModule({
    pluginId: 'delivery',
    moduleId: 'test-driver',
    register(env) {
      env.registerInit({
        deps: { point: deliveryExtensionPoint },
        async init({ point }) {
          const platform = remotePlatform(setup.platform);
          const { runs, guarded } = setup;
          point.addDriver(new FakeDriver({ platform, runs, guarded }));
        },
      });
    },
  }),
);
backend.start().then(
  () => process.send?.({ started: true }),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
// Whoever tests is gone.
process.once('disconnect', () => process.exit(0));
