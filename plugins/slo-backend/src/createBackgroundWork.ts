import type {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  DeliveryService,
  FeedFollower,
} from '@ghostlight/plugin-delivery-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { Source } from '@ghostlight/plugin-slo-node';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { Announcer } from './announcements';
import { createChangeFollower, IncidentSpans, pruneChanges } from './changes';
import { CatalogReader, Follower, subscribeToDocuments } from './documents';
import { Ledger } from './ledger';
import type { SloConfig } from './readSloConfig';
import { Sampler, SignalsSampler } from './sampling';
import type { ServiceContext } from './service';
import { Evaluator, SeriesReader, type Evaluation } from './verdicts';

export interface BackgroundWorkOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: SloConfig;
  db: Knex;
  delivery: DeliveryService;
  events: EventsService;
  incidents: IncidentsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  signals: SignalsService;
  skipMigrations: boolean;
  sources: ReadonlyMap<string, Source>;
}

/**
 * Makes what runs without being asked: the follower of the catalog, the sampler and evaluator that
 * tick on every replica over the shards it holds, and the thinning of the ledger.
 */
export async function createBackgroundWork(
  options: BackgroundWorkOptions,
): Promise<{ context: ServiceContext; start: () => Promise<void> }> {
  const { auth, catalog, config, db, events, lifecycle, logger } = options;
  const { skipMigrations, sources } = options;
  const now = () => Math.floor(Date.now() / 1000);
  const { retention, shards } = config;

  const announcer = Announcer.create(options);
  const ledger = Ledger.create({ database: db, logger, retention });
  const evaluator = Evaluator.create({ database: db, ledger, sources, logger });
  const announce = async ({ alerts, evaluated }: Evaluation) => {
    if (evaluated) announcer.verdictsChanged(now());
    await announcer.alertsChanged(alerts);
  };
  const judge = async (objectiveIds: number[]) =>
    announce(await evaluator.evaluate({ objectiveIds }));

  const reader = CatalogReader.create({ catalog, auth });
  const follower = Follower.create({
    db,
    reader,
    sources,
    shards,
    now,
    logger,
    onChange: async ({ changed, removed }) => {
      await judge(changed);
      // Of no shard, which leaves the tidying up after what is gone.
      if (removed.length)
        await announce(await evaluator.evaluate({ shards: [], of: shards }));
    },
  });
  const changes = createChangeFollower({ ...options, now });
  const series = SeriesReader.create({ database: db, ledger });

  const leases = await Leases.create({ database: db, logger, skipMigrations });
  const parts = { database: db, leases, sources, logger };
  const sampler = Sampler.create({ ...parts, ledger, shards });
  const signals = SignalsSampler.create(parts);
  const tick = async (signal: AbortSignal) => {
    const { shards: held } = await sampler.tick(signal);
    await announce(
      await evaluator.evaluate({ shards: held, of: shards }, { signal }),
    );
    await signals.tick(signal);
  };
  // Under a lease of ours: the scheduler would leave a task whose replica died alone for its time-out.
  const follow = async (signal: AbortSignal) => {
    await leases.withLease('slo-follow', { ttl: 30_000, signal }, () =>
      follower.reconcile(),
    );
  };
  // So that the other replicas need not wait for the leases to run out.
  lifecycle.addShutdownHook(async () => {
    await sampler.close();
    await signals.close();
  });

  return {
    context: {
      db,
      now,
      ledger,
      series,
      judge,
      sources,
      reader,
      incidents: IncidentSpans.create({ ...options, now }),
    },
    start: async () => {
      await schedule(options, { changes, follow, ledger, now, tick });
      await changes.subscribe(events);
      await subscribeToDocuments({ events, follower, logger });
    },
  };
}

async function schedule(
  { scheduler, config, db }: BackgroundWorkOptions,
  work: {
    changes: FeedFollower;
    now: () => number;
    follow: (signal: AbortSignal) => Promise<void>;
    ledger: Ledger;
    tick: (signal: AbortSignal) => Promise<void>;
  },
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'slo-follow',
    frequency: { seconds: config.catalogInterval },
    timeout: { minutes: 10 },
    scope: 'local',
    fn: signal => work.follow(signal),
  });
  await scheduler.scheduleTask({
    id: 'slo-delivery',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    // Who is further on wins; a lease would cost as much as the look.
    scope: 'local',
    fn: signal => work.changes.poll(signal),
  });
  await scheduler.scheduleTask({
    id: 'slo-tick',
    frequency: tickFrequency(config.tick),
    timeout: { minutes: 5 },
    // Every replica ticks, over the shards whose leases it holds.
    scope: 'local',
    fn: signal => work.tick(signal),
  });
  await scheduler.scheduleTask({
    id: 'slo-thin',
    frequency: { hours: 1 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    fn: async signal => {
      await work.ledger.thin(undefined, signal);
      await pruneChanges(db, work.now());
    },
  });
}

/** Each minute five seconds after it has closed, when sources have scraped it; or more often. */
function tickFrequency(
  seconds: number,
): { cron: string } | { seconds: number } {
  return seconds === 60 ? { cron: '5 * * * * *' } : { seconds };
}
