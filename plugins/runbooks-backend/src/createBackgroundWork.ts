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
import { RUNBOOKS_SIGNAL_CHANNEL } from '@ghostlight/plugin-runbooks-common';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import {
  belongingOf,
  CatalogIndex,
  Leases,
  Outbox,
  Runs,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ActionDirectory } from './ActionDirectory';
import { dependantsOf, DocumentKeeper } from './documents';
import {
  createExecutionHandler,
  projectExecution,
  type ExecutionContext,
} from './executions';
import {
  createExperimentHandler,
  readExperimentsConfig,
  recordExperiment,
  ScheduleKeeper,
  type ExperimentContext,
} from './experiments';
import { handleNews, newsOfChange, newsOfStart } from './news';
import type { RunbooksConfig } from './readRunbooksConfig';
import {
  createRehearsalHandler,
  recordRehearsal,
  type RehearsalContext,
} from './rehearsals';
import {
  recordExecution,
  RemediationKeeper,
  type RemediationContext,
} from './remediation';
import { BurnReader } from './verification';

export interface BackgroundWorkOptions {
  actions: ActionDirectory;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RunbooksConfig;
  db: Knex;
  delivery: DeliveryService;
  events: EventsService;
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
  executions: ExecutionContext;
  remediation: RemediationContext;
  experiments: ExperimentContext;
  rehearsals: RehearsalContext;
  start(): Promise<void>;
}

/** What documents are for, and the documents. */
const kinds = [
  'component',
  'resource',
  'system',
  'api',
  'runbook',
  'remediationpolicy',
  'chaosexperiment',
];

const hour = 3600_000;
const pruneAtOnce = 1_000;

/** Makes what runs without being asked. */
export async function createBackgroundWork(
  options: BackgroundWorkOptions,
): Promise<BackgroundWork> {
  const { actions, config, db, lifecycle, logger, scheduler } = options;
  const { signals, skipMigrations } = options;
  const now = Date.now;
  const leases = await Leases.create({ database: db, logger, skipMigrations });
  const outbox = await Outbox.create({ database: db, logger, skipMigrations });
  const index = CatalogIndex.create({
    ...options,
    kinds,
    taskId: 'runbooks-catalog',
    intervalMs: config.catalogInterval,
    now,
  });
  const changed = (refs: string[]) => {
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: RUNBOOKS_SIGNAL_CHANNEL,
        message: { changed: refs.slice(0, 100) },
      })
      .catch(error => logger.debug('No signal sent', error));
  };
  const append: RemediationContext['append'] = (trx, messages) =>
    outbox.append(trx, messages);
  const documents = DocumentKeeper.create({
    db,
    index,
    actions: () => actions.known(),
    now,
    logger,
  });
  documents.onChange(changed);
  const runs = await Runs.create({
    database: db,
    logger,
    skipMigrations,
    async recordChange(run, trx) {
      const projected = await projectExecution(run, trx);
      if (!projected) return;
      const reported = await recordExperiment({ append }, trx, projected, run);
      const row = await recordRehearsal(trx, reported, run);
      await outbox.append(trx, newsOfChange(row, run));
      await recordExecution({ append, now }, trx, row, run);
    },
    onChange: async run => {
      const [id] = await db('executions').where({ run_id: run.id }).pluck('id');
      if (id) changed([id]);
    },
  });
  const executions: ExecutionContext = {
    ...options,
    now,
    runs,
    secrets: config.secrets,
    verification: config.verification,
    burn: BurnReader.create({ ...options, now }),
    entityOf: ref => index.get(ref),
    belongingOf: ref => {
      const entity = index.get(ref);
      return entity && belongingOf(entity);
    },
    dependantsOf: ref => dependantsOf(index, ref),
    announce: (trx, row) => append(trx, newsOfStart(row)),
  };
  const remediation: RemediationContext = {
    ...options,
    ...executions,
    approval: config.approval,
    append,
    changed,
  };
  const keeper = RemediationKeeper.create(remediation, {
    leases,
    events: options.events,
    sweepEvery: config.remediationInterval,
  });
  const experiments: ExperimentContext = {
    ...remediation,
    experiments: readExperimentsConfig(
      config.section?.getOptionalConfig('experiments'),
    ),
  };
  const rehearsals: RehearsalContext = { ...remediation, slo: options.slo };
  const schedules = ScheduleKeeper.create(experiments, { leases });
  documents.onChange(() => schedules.forget());

  const stopping = new AbortController();
  // So that other replicas need not wait for leases to run out, nor receivers for a repeat.
  lifecycle.addShutdownHook(async () => {
    stopping.abort();
    await outbox.stop();
  });
  return {
    executions,
    remediation,
    experiments,
    rehearsals,
    start: async () => {
      const { signal } = stopping;
      await index.start(scheduler);
      await scheduler.scheduleTask({
        id: 'runbooks-prune',
        frequency: { hours: 1 },
        initialDelay: { minutes: 3 },
        timeout: { minutes: 30 },
        fn: async () => {
          const finishedBefore = now() - config.retention;
          await db('executions')
            .where('finished_at', '<', finishedBefore)
            .delete();
          // A row goes before its run, so that none is left without.
          await runs.prune({
            finishedBefore: finishedBefore - hour,
            limit: pruneAtOnce,
          });
        },
      });
      outbox.start({ handlers: handleNews(options), signal });
      runs.start({
        handlers: [
          createExecutionHandler(executions),
          createExperimentHandler(experiments),
          createRehearsalHandler(rehearsals),
        ],
        signal,
      });
      await keeper.start(signal);
      schedules.start(signal);
    },
  };
}
