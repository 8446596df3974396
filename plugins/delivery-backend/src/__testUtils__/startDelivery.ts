import {
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type BackstageCredentials,
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
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { createDeliveryClient } from '@ghostlight/plugin-delivery-common';
import {
  deliveryExtensionPoint,
  type ChangeSource,
  type Driver,
  type GateChecker,
  type MetricSource,
} from '@ghostlight/plugin-delivery-node';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';
import { callerOf } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { deliveryPlugin } from '../plugin';
import { notInstalled } from './notInstalled';

/** What a test can change while the backend runs. */
export interface World {
  /** What the catalog holds. */
  entities: Entity[];
  /** What the permission policy says to somebody, by their ref. */
  decide?: (permission: Permission, caller: string) => PolicyDecision;
}

export interface StartOptions {
  knex: Knex;
  world: World;
  /** What modules would add. */
  drivers?: Driver[];
  metricSources?: MetricSource[];
  sources?: ChangeSource[];
  gateCheckers?: GateChecker[];
  /** The section `delivery` of the configuration. */
  delivery?: JsonObject;
  /** What the other families answer; they are not installed by default. */
  slo?: Parameters<typeof sloServiceMock>[0];
  incidents?: Parameters<typeof incidentsServiceMock>[0];
  /** Takes the place of something. */
  features?: BackendFeature[];
}

/** A rollback is over in seconds where users recover; a busy machine may take its time to see it. */
export const quickVerification = {
  rollback: { verification: { window: '60s', interval: '1s', looks: 2 } },
};

/** One is over in seconds also where they do not. */
export const briefVerification = {
  rollback: { verification: { window: '3s', interval: '1s', looks: 2 } },
};

/** A backend with the delivery plugin, real HTTP and a real database; the rest is in memory. */
export async function startDelivery(options: StartOptions) {
  const { knex, world, delivery = quickVerification } = options;
  // A busy machine may take its time to answer what a gate asks.
  const { gate: asked } = delivery as JsonObject;
  const gate = { patience: { minutes: 1 }, ...(asked as JsonObject) };
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
  const auditor = mockServices.auditor.mock();
  const audit: { eventId: string; outcome: string; meta?: JsonObject }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const note = (outcome: string) => {
      audit.push({ eventId, outcome, meta });
    };
    note('begun');
    return {
      success: async () => note('success'),
      fail: async () => note('fail'),
    };
  });
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const told: NotificationSendOptions[] = [];
  const signals: unknown[] = [];
  const decide = (
    permission: Permission,
    credentials?: BackstageCredentials,
  ): PolicyDecision =>
    world.decide?.(permission, credentials ? callerOf(credentials) : '') ?? {
      result: AuthorizeResult.ALLOW,
    };
  const absent = notInstalled();
  const backend = await startTestBackend({
    features: [
      deliveryPlugin,
      extensionsModule(options),
      catalogOf(world),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          delivery: { ...delivery, gate },
        },
      }),
      mockServices.permissions.mock({
        authorize: async (requests, call) =>
          requests.map(({ permission }) => {
            const { result } = decide(permission, call?.credentials);
            if (result === AuthorizeResult.CONDITIONAL)
              throw new Error(`${permission.name} takes no condition`);
            return { result };
          }),
        authorizeConditional: async (requests, call) =>
          requests.map(({ permission }) =>
            decide(permission, call?.credentials),
          ),
      }).factory,
      scheduler.factory,
      auditor.factory,
      sloServiceMock(options.slo ?? absent.slo).factory,
      incidentsServiceMock(options.incidents ?? absent.incidents).factory,
      provide(notificationService, {
        send: async notification => void told.push(notification),
      }),
      provide(signalsServiceRef, {
        publish: async signal => void signals.push(signal),
      }),
      provide(actionsRegistryServiceRef, actions),
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/delivery`;
  await run('delivery-entities');

  return {
    backend,
    baseUrl,
    actions,
    /** Audited events with how they went, oldest first. */
    audit,
    /** What was sent to people in the portal. */
    told,
    /** What browsers were told. */
    signals,
    /** Runs a scheduled task now. */
    run,
    stop: () => backend.stop(),
    /** As somebody, `user:default/mock` by default. */
    client: (userRef?: string) =>
      createDeliveryClient({
        baseUrl,
        fetch: fetchAs(mockCredentials.user.header(userRef)),
      }),
    /** A call that the typed client would not let through. */
    call: (path: string, init: RequestInit = {}) =>
      fetchAs(mockCredentials.user.header())(`${baseUrl}${path}`, init),
    /** A deployment that a pipeline tells of, in the form of the adapter `ci`. */
    async ship(change: JsonObject) {
      const header = mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('external:ci'),
        targetPluginId: 'delivery',
      });
      const answer = await fetchAs(header)(`${baseUrl}/v1/changes/ci`, {
        method: 'POST',
        body: JSON.stringify(change),
      });
      if (answer.status !== 202) throw new Error(await answer.text());
    },
  };
}

export type Started = Awaited<ReturnType<typeof startDelivery>>;

function fetchAs(header: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', header);
    if (init?.body && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/json');
    return fetch(input, { ...init, headers });
  };
}

function extensionsModule(options: StartOptions) {
  const { drivers = [], metricSources = [], sources = [] } = options;
  const { gateCheckers = [] } = options;
  return createBackendModule({
    pluginId: 'delivery',
    moduleId: 'test-extensions',
    register(env) {
      env.registerInit({
        deps: { point: deliveryExtensionPoint },
        async init({ point }) {
          for (const driver of drivers) point.addDriver(driver);
          for (const source of metricSources) point.addMetricSource(source);
          for (const source of sources) point.addSource(source);
          for (const checker of gateCheckers) point.addGateChecker(checker);
        },
      });
    },
  });
}

/** A catalog that always has what the world has now. */
function catalogOf(world: World) {
  const now = () => catalogServiceMock({ entities: world.entities });
  return catalogServiceMock.mock({
    streamEntities: request => now().streamEntities(request),
    getEntities: request => now().getEntities(request),
    getEntitiesByRefs: request => now().getEntitiesByRefs(request),
  }).factory;
}

function provide<T extends object>(service: ServiceRef<T, 'plugin'>, made: T) {
  return createServiceFactory({ service, deps: {}, factory: () => made });
}
