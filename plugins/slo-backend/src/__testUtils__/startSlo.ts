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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createSloClient, type BurnAlert } from '@ghostlight/plugin-slo-common';
import {
  sloSourcesExtensionPoint,
  type Source,
} from '@ghostlight/plugin-slo-node';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { sloPlugin } from '../plugin';

/** What a test can change while the backend runs. */
export interface World {
  /** What the catalog holds. */
  entities: Entity[];
  /** What the permission policy says. */
  decide: (permission: ResourcePermission) => PolicyDecision;
  /** Set when the catalog does not answer. */
  catalogDown?: boolean;
  /** Refs of the entities that were read whole. */
  readWhole?: string[];
  /** Called after entities were read whole. */
  onReadWhole?: () => void;
}

export interface StartOptions {
  knex: Knex;
  world: World;
  sources?: Source[];
  config?: JsonObject;
  /** Takes the place of something. */
  features?: BackendFeature[];
}

/** A backend with the slo plugin, real HTTP and a real database; the rest is in memory. */
export async function startSlo(options: StartOptions) {
  const { knex, world, sources = [fakeSource()], config = {} } = options;
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async task => {
      tasks.set(task.id, task);
    },
  });
  const run = async (id: string) =>
    tasks.get(id)?.fn(new AbortController().signal);
  const events = mockServices.events();
  const auditor = mockServices.auditor.mock();
  const audit: { eventId: string; outcome: string; meta?: JsonObject }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async () => {
      audit.push({ eventId, outcome: 'success', meta });
    },
    fail: async () => {
      audit.push({ eventId, outcome: 'fail', meta });
    },
  }));
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const alerts: BurnAlert[] = [];
  await events.subscribe({
    id: 'test',
    topics: ['ghostlight.slo.alerts'],
    onEvent: async ({ eventPayload }) => {
      alerts.push(eventPayload as BurnAlert);
    },
  });
  const backend = await startTestBackend({
    features: [
      sloPlugin,
      sourcesModule(sources),
      catalogOf(world),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: config }),
      mockServices.permissions.mock({
        authorizeConditional: async requests =>
          requests.map(({ permission }) => world.decide(permission)),
      }).factory,
      scheduler.factory,
      auditor.factory,
      provide(eventsServiceRef, events),
      provide(actionsRegistryServiceRef, actions),
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api/slo`;

  return {
    backend,
    baseUrl,
    actions,
    /** Audited events, oldest first. */
    audit,
    /** Alerts published so far. */
    alerts,
    events,
    run,
    follow: () => run('slo-follow'),
    tick: () => run('slo-tick'),
    thin: () => run('slo-thin'),
    client: (header = mockCredentials.user.header()) =>
      createSloClient({ baseUrl, fetch: fetchAs(header) }),
    /** A call that the typed client would not let through. */
    call: (path: string, init: RequestInit = {}) =>
      fetchAs(mockCredentials.user.header())(`${baseUrl}${path}`, init),
  };
}

/** Everything is allowed. */
export function allowAll(): PolicyDecision {
  return { result: AuthorizeResult.ALLOW };
}

function fetchAs(header: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', header);
    if (init?.body) headers.set('Content-Type', 'application/json');
    return fetch(input, { ...init, headers });
  };
}

function sourcesModule(sources: Source[]) {
  return createBackendModule({
    pluginId: 'slo',
    moduleId: 'test-sources',
    register(env) {
      env.registerInit({
        deps: { point: sloSourcesExtensionPoint },
        async init({ point }) {
          for (const source of sources) point.addSource(source);
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
    getEntitiesByRefs: async request => {
      const found = await now().getEntitiesByRefs(request);
      if (!request.fields) {
        world.readWhole?.push(...request.entityRefs);
        world.onReadWhole?.();
      }
      return found;
    },
  }).factory;
}

function provide<T extends object>(service: ServiceRef<T, 'plugin'>, made: T) {
  return createServiceFactory({ service, deps: {}, factory: () => made });
}
