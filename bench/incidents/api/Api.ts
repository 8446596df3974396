import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { Router } from 'express';
import type { Knex } from 'knex';
import { IncidentsBackend } from '../backend/IncidentsBackend';

/** Path of the route that does nothing but read one row of `incidents` by its primary key. */
export const primaryKeyPath = '/bench/incidents';

/** What came back, and after how long. */
export interface Answer {
  status: number;
  text: string;
  seconds: number;
}

/** The plugin with real HTTP on a filled database. Of its schedules only the catalog is read, once. */
export class Api {
  private constructor(private readonly backend: IncidentsBackend) {}

  static async start(knex: Knex, entities: Entity[]): Promise<Api> {
    const features = [benchModule, scheduler];
    const options = { knex, entities, features };
    return new Api(await IncidentsBackend.start(options));
  }

  /** One call, read to its end. */
  async call(path: string, body?: object): Promise<Answer> {
    const started = performance.now();
    const answer = await fetch(`${this.backend.baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const seconds = (performance.now() - started) / 1000;
    return { status: answer.status, text, seconds };
  }

  async stop() {
    await this.backend.stop();
  }
}

const scheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => ({
    scheduleTask: async task => {
      if (task.id === 'incidents-graph')
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
  pluginId: 'incidents',
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
        router.get(`${primaryKeyPath}/:number`, async (req, res) => {
          await httpAuth.credentials(req);
          const number = Number(req.params.number);
          res.json(await db('incidents').where({ number }).first());
        });
        httpRouter.use(router);
      },
    });
  },
});
