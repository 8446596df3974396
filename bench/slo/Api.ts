import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import sloPlugin from '@ghostlight/plugin-slo-backend';
import { sloSourcesExtensionPoint } from '@ghostlight/plugin-slo-node';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import { Router } from 'express';
import type { Knex } from 'knex';

/** Path of the route that does nothing but read one row of `verdicts` by its primary key. */
export const primaryKeyPath = '/bench/verdicts';

/** The plugin in a backend with real HTTP on a filled database. Nothing runs but what is asked. */
export class Api {
  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    private readonly baseUrl: string,
  ) {}

  static async start(knex: Knex): Promise<Api> {
    const backend = await startTestBackend({
      features: [
        sloPlugin,
        benchModule,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({ knex }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => idleScheduler,
        }),
      ],
    });
    const baseUrl = `http://localhost:${backend.server.port()}/api/slo`;
    return new Api(backend, baseUrl);
  }

  /** One call, read to its end. */
  async get(
    path: string,
  ): Promise<{ status: number; text: string; seconds: number }> {
    const started = performance.now();
    const answer = await fetch(`${this.baseUrl}${path}`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    const text = await answer.text();
    const seconds = (performance.now() - started) / 1000;
    return { status: answer.status, text, seconds };
  }

  async stop() {
    await this.backend.stop();
  }
}

const idleScheduler = {
  scheduleTask: async () => {},
  triggerTask: async () => {},
  cancelTask: async () => {},
  createScheduledTaskRunner: () => ({ run: async () => {} }),
  getScheduledTasks: async () => [],
};

/** Adds the read to compare with to the plugin's own router: same server, credentials and database. */
const benchModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        sources: sloSourcesExtensionPoint,
      },
      async init({ database, httpAuth, httpRouter, sources }) {
        sources.addSource(fakeSource());
        const db = await database.getClient();
        const router = Router();
        router.get(`${primaryKeyPath}/:id`, async (req, res) => {
          await httpAuth.credentials(req);
          const row = await db('verdicts')
            .where({ objective_id: Number(req.params.id) })
            .first('body');
          res.json(JSON.parse(row.body));
        });
        httpRouter.use(router);
      },
    });
  },
});
