import {
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type SchedulerServiceTaskInvocationDefinition,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceRef,
  type EventParams,
} from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createIncidentsClient } from '@ghostlight/plugin-incidents-common';
import {
  incidentsExtensionPoint,
  type Adapter,
  type LanguageModel,
  type LogSource,
  type NotificationChannel,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import { runbooksServiceMock } from '@ghostlight/plugin-runbooks-node/testUtils';
import { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { incidentsPlugin } from '../plugin';

/** What a test can change while the backend runs. */
export interface World {
  /** What the catalog holds. */
  entities: Entity[];
  /** What the permission policy says. */
  decide: (permission: Permission) => PolicyDecision;
  /** Set when the catalog does not answer. */
  catalogDown?: boolean;
}

export interface StartOptions {
  knex: Knex;
  world: World;
  /** What modules would add. */
  adapters?: Adapter[];
  channels?: NotificationChannel[];
  oncallSources?: OncallSource[];
  logSources?: LogSource[];
  model?: LanguageModel;
  /** Whole configuration, as `{incidents: {…}}`. */
  config?: JsonObject;
  /** What the SLO family answers; it is not installed by default. */
  slo?: Parameters<typeof sloServiceMock>[0];
  /** What the runbooks family answers; it is not installed by default. */
  runbooks?: Parameters<typeof runbooksServiceMock>[0];
  /** Takes the place of something. */
  features?: BackendFeature[];
}

/** A backend with the incidents plugin, real HTTP and a real database; the rest is in memory. */
export async function startIncidents(options: StartOptions) {
  const { knex, world, config = {} } = options;
  const stopping = new AbortController();
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async task => {
      tasks.set(task.id, task);
    },
  });
  const run = async (id: string) => {
    const task = tasks.get(id);
    if (!task) throw new Error(`No task ${id}; there are ${[...tasks.keys()]}`);
    await task.fn(new AbortController().signal);
  };
  const events = mockServices.events();
  const auditor = mockServices.auditor.mock();
  const audit: { eventId: string; outcome: string; meta?: JsonObject }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async told => {
      const known = { ...meta, ...told?.meta };
      audit.push({ eventId, outcome: 'success', meta: known });
    },
    fail: async () => {
      audit.push({ eventId, outcome: 'fail', meta });
    },
  }));
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const told: NotificationSendOptions[] = [];
  const signals: unknown[] = [];
  const published: EventParams[] = [];
  await events.subscribe({
    id: 'test',
    topics: ['ghostlight.incidents.changed'],
    onEvent: async event => {
      published.push(event);
    },
  });
  const backend = await startTestBackend({
    features: [
      incidentsPlugin,
      extensionsModule(options),
      catalogOf(world),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example.com' }, ...config },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => {
            const { result } = world.decide(permission);
            if (result === AuthorizeResult.CONDITIONAL)
              throw new Error(`${permission.name} takes no condition`);
            return { result };
          }),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => world.decide(permission)),
      }).factory,
      scheduler.factory,
      auditor.factory,
      sloServiceMock(options.slo ?? absentSlo()).factory,
      runbooksServiceMock(options.runbooks ?? absentRunbooks()).factory,
      provide(notificationService, {
        send: async notification => void told.push(notification),
      }),
      provide(signalsServiceRef, {
        publish: async signal => void signals.push(signal),
      }),
      provide(eventsServiceRef, events),
      provide(actionsRegistryServiceRef, actions),
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/incidents`;
  // So that the catalog is known, and what comes in is read.
  await run('incidents-graph');
  await sleep(0);
  const reading = again(stopping.signal, () =>
    tasks.get('incidents-correlator')?.fn(stopping.signal),
  );

  return {
    backend,
    baseUrl,
    actions,
    /** Audited events, oldest first. */
    audit,
    events,
    /** Events that were published, oldest first. */
    published,
    /** What was sent to people in the portal. */
    told,
    /** What browsers were told. */
    signals,
    /** Waits until what came in was read, and what was to leave has left. */
    async settle() {
      await eventually(async () => {
        const waiting = await knex('inbox').whereNull('outcome').first('id');
        const due = await knex('alerts')
          .where('recheck_at', '<=', Date.now())
          .first('id');
        const leaving = await knex('outbox')
          .whereNull('finished_at')
          .where('not_before', '<=', Date.now())
          .first('id');
        return !waiting && !due && !leaving;
      });
    },
    /** Ends the backend as a stop of the process would. */
    async stop() {
      stopping.abort();
      await backend.stop();
      await reading;
    },
    /** Runs a scheduled task now. */
    run,
    client: (header = mockCredentials.user.header()) =>
      createIncidentsClient({ baseUrl, fetch: fetchAs(header) }),
    /** A call that the typed client would not let through. */
    call: (path: string, init: RequestInit = {}) =>
      fetchAs(mockCredentials.user.header())(`${baseUrl}${path}`, init),
  };
}

/** Waits until something is so. */
export async function eventually(
  isSo: () => Promise<boolean>,
  patience: number = 120_000,
): Promise<void> {
  const until = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error('It did not come about');
    await sleep(20);
  }
}

/** As a schedule would, but that nobody waits for it; until it is told to stop. */
async function again(signal: AbortSignal, run: () => unknown): Promise<void> {
  while (!signal.aborted) {
    await run();
    await sleep(50, undefined, { signal }).catch(() => {});
  }
}

/** Everything is allowed. */
export function allowAll(): PolicyDecision {
  return { result: AuthorizeResult.ALLOW };
}

/** What a portal answers for a family that is not part of it. */
async function absent(): Promise<never> {
  throw Object.assign(new Error('Request failed with 404 Not Found'), {
    name: 'ResponseError',
    statusCode: 404,
  });
}

function absentSlo(): NonNullable<StartOptions['slo']> {
  return { listAlerts: absent, listObjectives: absent };
}

function absentRunbooks(): NonNullable<StartOptions['runbooks']> {
  return {
    listActions: absent,
    listSuggestions: absent,
    listRunbooks: absent,
    propose: absent,
  };
}

function fetchAs(header: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', header);
    if (init?.body && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/json');
    return fetch(input, { ...init, headers });
  };
}

function extensionsModule(options: StartOptions) {
  const { adapters = [], channels = [], oncallSources = [] } = options;
  const { logSources = [], model } = options;
  return createBackendModule({
    pluginId: 'incidents',
    moduleId: 'test-extensions',
    register(env) {
      env.registerInit({
        deps: { point: incidentsExtensionPoint },
        async init({ point }) {
          for (const adapter of adapters) point.addAdapter(adapter);
          for (const channel of channels) point.addChannel(channel);
          for (const source of oncallSources) point.addOncallSource(source);
          for (const source of logSources) point.addLogSource(source);
          if (model) point.setLanguageModel(model);
        },
      });
    },
  });
}

/** A catalog that always has what the world has now. */
function catalogOf(world: World) {
  const now = () => {
    if (world.catalogDown) throw new Error('The catalog is down');
    return catalogServiceMock({ entities: world.entities });
  };
  return catalogServiceMock.mock({
    streamEntities: request => now().streamEntities(request),
    getEntities: request => now().getEntities(request),
    getEntitiesByRefs: request => now().getEntitiesByRefs(request),
  }).factory;
}

function provide<T extends object>(service: ServiceRef<T, 'plugin'>, made: T) {
  return createServiceFactory({ service, deps: {}, factory: () => made });
}
