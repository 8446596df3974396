/* Runs in a process of its own, so that it can be killed: a backend with the runbooks plugin. */
import { createBackend } from '@backstage/backend-defaults';
import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { sloServiceRef, type SloService } from '@ghostlight/plugin-slo-node';
import knexFactory from 'knex';
import { runbooksPlugin } from '../plugin';
import { remoteActions } from './PlaceServer';
import type { BackendSetup } from './startBackendProcess';

const setup: BackendSetup & { config: object } = JSON.parse(
  process.env.BACKEND ?? '{}',
);

/** All is well, always. */
const slo = {
  listObjectives: async () => ({
    items: [{ ref: 'slo:default/payments' }],
    total: 1,
  }),
  measure: async ({ ref, to }: { ref: string; to: number }) => ({
    ref,
    title: 'availability',
    target: 0.9,
    good: 999,
    total: 1_000,
    asOf: to,
  }),
} as unknown as SloService;

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
backend.add(
  createServiceFactory({
    service: sloServiceRef,
    deps: {},
    factory: () => slo,
  }),
);
backend.add(runbooksPlugin);
backend.add(
  createBackendModule({
    pluginId: 'runbooks',
    moduleId: 'test-actions',
    register(env) {
      env.registerInit({
        deps: { point: runbooksExtensionPoint },
        async init({ point }) {
          for (const action of remoteActions(setup.place))
            point.addAction(action);
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
