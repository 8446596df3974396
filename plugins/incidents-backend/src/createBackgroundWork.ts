import type {
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { Leases, Outbox } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { FindCandidates } from './alerts';
import { Correlator } from './correlation';
import type { ExtensionRegistry } from './ExtensionRegistry';
import { GraphFollower, type Graph } from './graph';
import { ImpactKeeper, readMaintenance } from './impact';
import {
  BurnAlertFollower,
  createDeliveryFollower,
  Inbox,
  Intake,
  subscribeToTopics,
  type AdapterRegistry,
} from './intake';
import { Notifier, outboxOptionsOf } from './notifications';
import { OncallDirectory } from './oncall';
import {
  checkSilentAdapters,
  CorrectionsCalendar,
  EntityResolver,
  Pipeline,
} from './pipeline';
import type { IncidentsConfig } from './readIncidentsConfig';
import { scheduleWork } from './scheduleWork';
import type { ServiceContext } from './service';

export interface BackgroundWorkOptions {
  adapters: AdapterRegistry;
  auth: AuthService;
  catalog: CatalogService;
  config: IncidentsConfig;
  db: Knex;
  delivery: DeliveryService;
  events: EventsService;
  extensions: ExtensionRegistry;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  signals: SignalsService;
  skipMigrations: boolean;
  slo: SloService;
}

/** What runs, and what those who answer requests need of it. */
export interface BackgroundWork {
  context: ServiceContext;
  intake: Intake;
  notifier: Notifier;
  oncall: OncallDirectory;
  start(): Promise<void>;
}

/**
 * Makes what runs without being asked: the graph that follows the catalog, the reader of the inbox on
 * one replica, the outbox on all, and what is read from other families now and then.
 */
export async function createBackgroundWork(
  options: BackgroundWorkOptions,
): Promise<BackgroundWork> {
  const { adapters, auth, catalog, config, db, events, extensions } = options;
  const { lifecycle, logger, rootConfig, scheduler, skipMigrations, slo } =
    options;
  const now = Date.now;
  const { rules } = config.rules;
  checkSilentAdapters(config.pipeline, adapters.all);

  const leases = await Leases.create({ database: db, logger, skipMigrations });
  const follower = GraphFollower.create({
    catalog,
    auth,
    logger,
    scheduler,
    intervalMs: config.catalogInterval,
  });
  const { graph } = follower;
  const common = { auth, catalog, db, graph, leases, logger, now, slo };
  const oncall = OncallDirectory.create({
    ...common,
    sources: extensions.oncallSources,
  });
  const outbox = await Outbox.create({
    database: db,
    logger,
    skipMigrations,
    ...outboxOptionsOf(rootConfig),
  });
  const notifier = Notifier.create({
    ...options,
    channels: [...extensions.channels.values()],
    oncall,
    outbox,
    now,
  });
  const maintenance = CorrectionsCalendar.create({
    read: () => readMaintenance({ auth, slo, now: now() }),
    logger,
  });
  const pipeline = Pipeline.create({
    ...common,
    ...config.pipeline,
    rules,
    correlation: () => Correlator.create({ graph, rules }),
    announcer: notifier,
    maintenance,
  });
  const wake = () => pipeline.wake();
  const intake = Intake.create({ inbox: Inbox.create({ db }), wake });
  const burn = BurnAlertFollower.create({ ...common, wake });
  const { delivery } = options;
  const changes = createDeliveryFollower({ ...common, delivery, wake });
  const impact = ImpactKeeper.create(common);

  // So that other replicas need not wait for leases to run out, nor receivers for a repeat.
  lifecycle.addShutdownHook(async () => {
    await pipeline.stop();
    await outbox.stop();
  });
  return {
    context: {
      db,
      now,
      graph,
      announcer: notifier,
      wake,
      findCandidates: candidatesIn(graph, config),
    },
    intake,
    notifier,
    oncall,
    start: async () => {
      await follower.start();
      await scheduleWork({
        ...options,
        ...{ burn, changes, impact, maintenance, now, oncall },
      });
      await subscribeToTopics({ events, registry: adapters, intake, logger });
      await burn.subscribe(events);
      await changes.subscribe(events);
      notifier.start();
      // What is read before the catalog is known would be of no entity.
      void follower.ready.then(() => pipeline.start({ scheduler }));
    },
  };
}

function candidatesIn(graph: Graph, config: IncidentsConfig): FindCandidates {
  const resolver = EntityResolver.create({
    graph,
    rules: config.rules.rules.mapping,
  });
  return alert => resolver.resolve(alert).candidates;
}
