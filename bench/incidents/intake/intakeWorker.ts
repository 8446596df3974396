/** Runs in a process of its own: a backend whose only plugin is the intake, on a given PostgreSQL. */
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import {
  AdapterRegistry,
  createIntakeRouter,
  Inbox,
  Intake,
  intakeAuthPolicy,
} from '../../../plugins/incidents-backend/src/intake';
import { silentLogger as logger } from '../../shared/silentLogger';
import type { WorkerReady } from './IntakeProcess';

async function main() {
  const knex = knexFactory({
    client: 'pg',
    connection: process.argv[2],
    pool: { min: 0, max: 10 },
  });
  const registry = AdapterRegistry.create();
  registry.prepare({ logger });
  const intake = Intake.create({
    inbox: Inbox.create({ db: knex }),
    wake: () => {},
  });
  const plugin = createBackendPlugin({
    pluginId: 'incidents',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ httpAuth, httpRouter, permissions }) {
          httpRouter.addAuthPolicy(intakeAuthPolicy);
          httpRouter.use(
            createIntakeRouter({
              ...{ registry, intake, httpAuth, permissions },
              maxBody: 5_000_000,
            }),
          );
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [plugin, mockServices.database.factory({ knex })],
  });
  const ready: WorkerReady = {
    type: 'ready',
    port: backend.server.port(),
  };
  process.send?.(ready);
  process.once('SIGTERM', () => process.exit(0));
  // Whoever measures is gone.
  process.once('disconnect', () => process.exit(0));
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
