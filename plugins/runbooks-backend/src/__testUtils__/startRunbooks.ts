import {
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type BackstageCredentials,
  type SchedulerServiceTaskInvocationDefinition,
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
import { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import { createRunbooksClient } from '@ghostlight/plugin-runbooks-common';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';
import { callerOf } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { runbooksPlugin } from '../plugin';
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
  actions?: Action[];
  /** The section `runbooks` of the configuration. */
  runbooks?: JsonObject;
  /** What the other families answer; they are not installed by default. */
  slo?: Parameters<typeof sloServiceMock>[0];
  incidents?: Parameters<typeof incidentsServiceMock>[0];
  delivery?: Parameters<typeof deliveryServiceMock>[0];
  /** Takes the place of something. */
  features?: BackendFeature[];
}

/** Who speaks for the group that owns the components. */
const owners = ['user:default/ann', 'user:default/bob'];

/** A backend with the runbooks plugin, real HTTP and a real database; the rest is in memory. */
export async function startRunbooks(options: StartOptions) {
  const { knex, world, runbooks = {} } = options;
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
  const registry = actionsRegistryServiceMock({
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
      runbooksPlugin,
      extensionsModule(options),
      catalogOf(world),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example.com' }, runbooks },
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
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const userEntityRef = callerOf(credentials);
          const groups = owners.includes(userEntityRef)
            ? ['group:default/payers']
            : [];
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groups],
          };
        },
      }).factory,
      auditor.factory,
      sloServiceMock(options.slo ?? absent.slo).factory,
      incidentsServiceMock(options.incidents ?? absent.incidents).factory,
      deliveryServiceMock(options.delivery ?? absent.delivery).factory,
      provide(notificationService, {
        send: async notification => void told.push(notification),
      }),
      provide(signalsServiceRef, {
        publish: async signal => void signals.push(signal),
      }),
      provide(actionsRegistryServiceRef, registry),
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/runbooks`;
  await run('runbooks-catalog');

  return {
    backend,
    baseUrl,
    /** What assistants may call. */
    registry,
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
      createRunbooksClient({
        baseUrl,
        fetch: fetchAs(mockCredentials.user.header(userRef)),
      }),
    /** A call that the typed client would not let through. */
    call: (path: string, init: RequestInit = {}) =>
      fetchAs(mockCredentials.user.header())(`${baseUrl}${path}`, init),
  };
}

export type Started = Awaited<ReturnType<typeof startRunbooks>>;

function fetchAs(header: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', header);
    if (init?.body && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/json');
    return fetch(input, { ...init, headers });
  };
}

function extensionsModule({ actions = [] }: StartOptions) {
  return createBackendModule({
    pluginId: 'runbooks',
    moduleId: 'test-extensions',
    register(env) {
      env.registerInit({
        deps: { point: runbooksExtensionPoint },
        async init({ point }) {
          for (const action of actions) point.addAction(action);
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
