import type {
  AuditorService,
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { DELIVERY_SIGNAL_CHANNEL } from '@ghostlight/plugin-delivery-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { inTime, Leases, Outbox, Runs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { MetricReader, ObjectiveReader } from './analysis';
import { ChangeFeed } from './changes';
import { createGate, type GateParts } from './createGate';
import { SpentKeeper } from './deployments';
import { EntityIndex, followCatalog } from './entities';
import type { ExtensionRegistry } from './ExtensionRegistry';
import { handleNews, newsOf, newsOfWatch } from './news';
import type { DeliveryConfig } from './readDeliveryConfig';
import {
  createRollbackHandler,
  createTakeBackHandler,
  keepRollback,
  rollBackFailed,
  type RollbackContext,
} from './rollbacks';
import {
  createRolloutRunHandler,
  ExternalRolloutFollower,
  projectRollout,
  type RolloutContext,
} from './rollouts';
import { scheduleWork } from './scheduleWork';
import { SourceRunner } from './sources';
import { WatchKeeper } from './watches';

export interface BackgroundWorkOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: DeliveryConfig;
  db: Knex;
  events: EventsService;
  extensions: ExtensionRegistry;
  incidents: IncidentsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  signals: SignalsService;
  skipMigrations: boolean;
  slo: SloService;
}

/** What runs, and what those who answer requests need of it. */
export interface BackgroundWork {
  feed: ChangeFeed;
  entities: EntityIndex;
  gate: GateParts;
  rollbacks: RollbackContext;
  rollouts: RolloutContext;
  sources: SourceRunner;
  start(): Promise<void>;
}

/** Source of what this plugin does itself, in the feed. */
const ownSource = 'ghostlight';

const open = ['investigating', 'identified', 'monitoring'] as const;

/**
 * Makes what runs without being asked: the sources, each on one replica; the runs of rollbacks and
 * rollouts and the outbox on all; watches, and what is read from other families now and then.
 */
export async function createBackgroundWork(
  options: BackgroundWorkOptions,
): Promise<BackgroundWork> {
  const { auditor, auth, config, db, events, extensions, incidents } = options;
  const { lifecycle, logger, scheduler, signals, skipMigrations } = options;
  const { drivers, metricSources } = extensions;
  const now = Date.now;
  const leases = await Leases.create({ database: db, logger, skipMigrations });
  const outbox = await Outbox.create({ database: db, logger, skipMigrations });
  const entities = EntityIndex.create({
    ...options,
    intervalMs: config.catalogInterval,
    now,
  });
  const entityOf = (ref: string) => entities.get(ref);
  const feed = ChangeFeed.create({
    database: db,
    entities,
    events,
    signals,
    logger,
    environmentOf: config.environmentOf,
    now,
  });
  followCatalog({ db, index: entities, feed, now });

  const changed = (entityRefs: string[]) => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: DELIVERY_SIGNAL_CHANNEL,
        message: { entityRefs },
      })
      .catch(error => logger.debug('No signal sent', error));
  };
  const runs = await Runs.create({
    database: db,
    logger,
    skipMigrations,
    async recordChange(run, trx) {
      await projectRollout(run, trx);
      const rollback = await keepRollback(run, trx);
      if (rollback) await outbox.append(trx, newsOf(rollback));
    },
    onChange: run => changed([String(run.input.entityRef)]),
  });
  const gate = createGate({ ...options, entities, now });
  /** A plan does not wait for what is good to know. */
  const ifKnown = <T>(ask: () => Promise<T[]>): Promise<T[]> =>
    inTime(config.gate.patience, ask).catch(error => {
      logger.debug('Incidents could not be asked', error);
      return [];
    });
  const rollbacks: RollbackContext = {
    db,
    now,
    entityOf,
    drivers,
    metricSources,
    gate: question => gate.keeper.judge(question),
    announce: (trx, row) => outbox.append(trx, newsOf(row)),
    announceWatch: watch => {
      const { ownerRef } = entities.belongingOf(watch.entityRef) ?? {};
      return db.transaction(trx =>
        outbox.append(trx, newsOfWatch(watch, ownerRef)),
      );
    },
    onCall: entityRef =>
      ifKnown(async () => {
        const { levels } = await incidents.getOncall(entityRef, {
          credentials: await auth.getOwnServiceCredentials(),
        });
        return levels.flatMap(level =>
          level.now.flatMap(({ userRef }) => userRef ?? []),
        );
      }),
    openIncidents: entityRef =>
      ifKnown(async () => {
        const { items } = await incidents.listIncidents(
          { entityRef: [entityRef], status: [...open], limit: 20 },
          { credentials: await auth.getOwnServiceCredentials() },
        );
        return items.map(({ id }) => id);
      }),
    runs,
    auditor,
    approval: config.approval,
    verification: config.verification,
  };
  const metrics = MetricReader.create({ sources: metricSources, now, logger });
  const objectives = ObjectiveReader.create(options);
  const rollouts: RolloutContext = {
    db,
    now,
    logger,
    auditor,
    entityOf,
    drivers,
    metrics,
    objectives,
    runs,
    settings: config.rollouts,
    record: reports => feed.record(ownSource, reports),
    changed,
  };
  const follower = ExternalRolloutFollower.create({
    ...rollouts,
    leases,
    entities: () => entities.entities(),
    belongingOf: ref => entities.belongingOf(ref),
  });
  const watches = WatchKeeper.create({
    db,
    now,
    logger,
    leases,
    entityOf,
    metrics,
    objectives,
    mainEnvironment: config.environmentOf(undefined),
    settings: config.watch,
    onFailed: watch =>
      rollBackFailed(
        rollbacks,
        auth,
        watch,
        entities.belongingOf(watch.entityRef) ?? {},
      ),
    changed,
  });
  const sources = SourceRunner.create({
    db,
    leases,
    logger,
    now,
    feed,
    entities: () => entities.entities(),
    sources: extensions.sources,
    others: extensions,
  });

  const spent = SpentKeeper.create({
    ...options,
    leases,
    entities,
    now,
    environment: config.environmentOf(undefined),
    environmentOf: config.environmentOf,
    budgetShare: config.section?.getOptionalNumber('failures.budgetShare'),
  });

  const stopping = new AbortController();
  // So that other replicas need not wait for leases to run out, nor receivers for a repeat.
  lifecycle.addShutdownHook(async () => {
    stopping.abort();
    await outbox.stop();
  });
  return {
    feed,
    entities,
    gate,
    rollbacks,
    rollouts,
    sources,
    start: async () => {
      const { signal } = stopping;
      await entities.start(scheduler);
      await scheduleWork({ ...options, now, spent });
      outbox.start({ handlers: handleNews(options), signal });
      runs.start({
        handlers: [
          createRollbackHandler(rollbacks),
          createTakeBackHandler(rollbacks),
          createRolloutRunHandler(rollouts),
        ],
        signal,
      });
      follower.start(signal);
      watches.start(signal);
      sources.start(signal);
    },
  };
}
