import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { BuiltInAdapter } from '../BuiltInAdapter';
import {
  AdapterRegistry,
  createIntakeRouter,
  Inbox,
  Intake,
  intakeAuthPolicy,
  readIntakeConfig,
  subscribeToTopics,
} from '..';

/** What an answer was. */
export interface Answer {
  status: number;
  body: Record<string, unknown> & { error?: { message: string } };
  headers: Headers;
}

/** The intake alone behind real HTTP, on a real database. */
export async function startIntake(options: {
  knex: Knex;
  /** `incidents.intake` */
  config?: JsonObject;
  /** In place of those of this package. */
  adapters?: BuiltInAdapter[];
  fetch?: typeof fetch;
  now?: () => number;
  /** Milliseconds that a delivery waits for the database; a minute by default. */
  patience?: number;
  /** Who may send; everybody by default. */
  allowed?: () => boolean;
}) {
  const { knex, allowed = () => true, patience = 60_000 } = options;
  const registry = AdapterRegistry.create({ adapters: options.adapters });
  const events = mockServices.events();
  const logger = mockServices.logger.mock();
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const plugin = createBackendPlugin({
    pluginId: 'incidents',
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ config, httpAuth, httpRouter, permissions }) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@ghostlight/plugin-incidents-backend',
              'migrations',
            ),
          });
          const incidents = config.getOptionalConfig('incidents');
          const { fetch: fetcher, now } = options;
          registry.prepare({ config: incidents, logger, fetch: fetcher, now });
          const inbox = Inbox.create({ db: knex, patience });
          const intake = Intake.create({ inbox, wake, now });
          const { maxBody } = readIntakeConfig(incidents);
          httpRouter.addAuthPolicy(intakeAuthPolicy);
          httpRouter.use(
            createIntakeRouter({
              registry,
              intake,
              httpAuth,
              permissions,
              maxBody,
            }),
          );
          await subscribeToTopics({
            events,
            registry,
            intake,
            logger,
            patience: 5,
          });
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { incidents: { intake: options.config ?? {} } },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({
            result: allowed() ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          })),
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/incidents/v1/intake`;

  return {
    backend,
    baseUrl,
    events,
    logger,
    registry,
    /** How often the pipeline was told to look. */
    woken: () => woken,
    wake,
    /** Sends a body as it is, or as JSON. */
    async send(
      adapter: string,
      body: unknown,
      headers: Record<string, string> = serviceHeader(),
    ): Promise<Answer> {
      const response = await fetch(`${baseUrl}/${adapter}`, {
        method: 'POST',
        headers,
        body:
          typeof body === 'string' || Buffer.isBuffer(body)
            ? body
            : JSON.stringify(body),
      });
      return {
        status: response.status,
        body: await response.json(),
        headers: response.headers,
      };
    },
    /** What waits for the pipeline, oldest first. */
    async inbox() {
      const rows = await knex('inbox').orderBy('id');
      return rows.map(({ kind, event, raw }) => ({
        kind,
        event: JSON.parse(event),
        raw: JSON.parse(raw),
      }));
    },
  };
}

/** As an external-access token is shown. */
export function serviceHeader(): Record<string, string> {
  return {
    authorization: 'Bearer mock-service-token',
    'content-type': 'application/json',
  };
}
