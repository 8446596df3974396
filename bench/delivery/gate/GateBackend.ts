import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Router } from 'express';
import type { Knex } from 'knex';
import { deliveryPlugin } from '../../../plugins/delivery-backend/src/plugin';
import { incidentsPlugin } from '../../../plugins/incidents-backend/src/plugin';
import sloPlugin from '../../../plugins/slo-backend/src';
import { silentLogger as logger } from '../../shared/silentLogger';
import { catalogOf } from './catalogOf';

/** The families that the gate asks, and its own. */
export type Family = 'delivery' | 'incidents' | 'slo';

const primaryKeyPath = '/bench/evaluations';

/**
 * The three families in one backend with real HTTP between them, each on a database of its own. Of their
 * schedules only the catalog is read, once.
 */
export class GateBackend {
  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    private readonly baseUrl: string,
  ) {}

  static async start(
    databases: Record<Family, Knex>,
    entities: Entity[],
  ): Promise<GateBackend> {
    const backend = await startTestBackend({
      features: [
        deliveryPlugin,
        incidentsPlugin,
        sloPlugin,
        benchModule,
        databaseOf(databases),
        scheduler,
        catalogOf(entities),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            delivery: {
              gate: {
                approvals: { environments: ['production'] },
                evaluation: { environments: ['production'] },
              },
            },
          },
        }),
        provide(notificationService, { send: async () => {} }),
        provide(signalsServiceRef, { publish: async () => {} }),
        provide(
          actionsRegistryServiceRef,
          actionsRegistryServiceMock({ logger }),
        ),
      ],
    });
    const port = backend.server.port();
    return new GateBackend(backend, `http://127.0.0.1:${port}/api/delivery`);
  }

  /** Seconds until the verdict was there, and what it was. */
  async askGate(entityRef: string, version: string) {
    const query = new URLSearchParams({ entityRef, version });
    return this.call(`/v1/gate?${query}`);
  }

  /** Seconds until a row was there. */
  async readRow(id: string) {
    return this.call(`${primaryKeyPath}/${id}`);
  }

  async stop() {
    await this.backend.stop();
  }

  private async call(path: string) {
    const started = performance.now();
    const answer = await fetch(`${this.baseUrl}${path}`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    const text = await answer.text();
    const seconds = (performance.now() - started) / 1000;
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${text}`);
    return { seconds, body: JSON.parse(text) };
  }
}

const databaseOf = (databases: Record<Family, Knex>) =>
  createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => ({
      getClient: async () => databases[plugin.getId() as Family],
    }),
  });

const scheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => ({
    scheduleTask: async task => {
      if (['delivery-entities', 'incidents-graph'].includes(task.id))
        await task.fn(new AbortController().signal);
    },
    triggerTask: async () => {},
    cancelTask: async () => {},
    createScheduledTaskRunner: () => ({ run: async () => {} }),
    getScheduledTasks: async () => [],
  }),
});

/** Adds the read to compare with to the plugin's own router: same server, credentials and database. */
const benchModule = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpAuth, httpRouter }) {
        const db = await database.getClient();
        const router = Router();
        router.get(`${primaryKeyPath}/:id`, async (req, res) => {
          await httpAuth.credentials(req);
          const { id } = req.params;
          res.json(await db('evaluations').where({ id }).first());
        });
        httpRouter.use(router);
      },
    });
  },
});

function provide<T extends object>(service: ServiceRef<T, 'plugin'>, made: T) {
  return createServiceFactory({ service, deps: {}, factory: () => made });
}
