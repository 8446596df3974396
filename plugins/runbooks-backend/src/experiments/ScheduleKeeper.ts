import type {
  ExperimentSpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { runEvery, say, type Leases } from '@ghostlight/reliability-node';
import { documentOf, type Document, type DocumentRow } from '../documents';
import type { ExecutionRow } from '../executions';
import { everything, readSwitches } from '../switches';
import type { ExperimentContext } from './ExperimentContext';
import { newsOfSkip } from './newsOfExperiment';
import { nextTime, scheduleText } from './nextTime';
import { startExperiment } from './startExperiment';

/** A row of `schedules`; PostgreSQL gives bigints as strings. */
export interface ScheduleRow {
  ref: string;
  cron: string;
  next_at: number | string;
  skipped_at: number | string | null;
  skipped_said: string | null;
}

const page = 200;
const dueAtOnce = 50;
/** Milliseconds between two looks at all schedules, which make up for what nobody told of. */
const sweepEvery = 60_000;
const mostRunning = 200;

/**
 * Begins experiments that are due, and stops those that were switched off, on one replica at a time. Each
 * due time is taken in the transaction that makes its run, so that there is one run of it at most.
 */
export class ScheduleKeeper {
  private sweptAt = 0;
  private lookedAt = 0;

  private constructor(
    private readonly context: ExperimentContext,
    private readonly leases: Leases,
  ) {}

  static create(
    context: ExperimentContext,
    { leases }: { leases: Leases },
  ): ScheduleKeeper {
    return new ScheduleKeeper(context, leases);
  }

  start(signal: AbortSignal): void {
    const { logger, experiments } = this.context;
    void runEvery({
      name: 'runbooks-experiments',
      leases: this.leases,
      logger,
      interval: experiments.lookEvery,
      signal,
      turn: (_lease, held) => this.look(held),
    });
  }

  /** Documents changed: schedules are looked at anew. */
  forget(): void {
    this.sweptAt = 0;
  }

  /** One look, whoever holds the lease. */
  async look(signal: AbortSignal): Promise<void> {
    const now = this.context.now();
    // A clock that was put back has due times before those that are written down.
    const isBack = now < this.lookedAt;
    this.lookedAt = now;
    await this.stopRunning(signal);
    if (isBack || now - this.sweptAt >= sweepEvery) {
      await this.sweep(signal);
      this.sweptAt = now;
    }
    await this.runDue(signal);
  }

  /** Brings the schedules in line with the documents. */
  private async sweep(signal: AbortSignal): Promise<void> {
    const { db, now } = this.context;
    let after = '';
    for (;;) {
      signal.throwIfAborted();
      const documents: DocumentRow[] = await db<DocumentRow>('documents')
        .where({ kind: 'experiment' })
        .where('ref', '>', after)
        .orderBy('ref')
        .limit(page);
      if (!documents.length) return;
      after = documents[documents.length - 1].ref;
      const rows: ScheduleRow[] = await db<ScheduleRow>('schedules').whereIn(
        'ref',
        documents.map(({ ref }) => ref),
      );
      const known = new Map(rows.map(row => [row.ref, row]));
      for (const document of documents)
        await this.keep(
          documentOf<ExperimentSpec>(document),
          known.get(document.ref),
          now(),
        );
      if (documents.length < page) return;
    }
  }

  private async keep(
    { ref, spec }: Document<ExperimentSpec>,
    row: ScheduleRow | undefined,
    now: number,
  ): Promise<void> {
    const { db } = this.context;
    const next = spec?.schedule && nextTime(spec.schedule, now);
    if (!next) {
      if (row) await db('schedules').where({ ref }).delete();
      return;
    }
    const cron = scheduleText(spec.schedule!);
    const isSame = row?.cron === cron;
    // What is overdue is for `runDue`; what lies beyond the next due time was written by another clock.
    if (isSame && Number(row.next_at) <= next) return;
    await db('schedules')
      .insert({ ref, cron, next_at: next })
      .onConflict('ref')
      .merge();
  }

  private async runDue(signal: AbortSignal): Promise<void> {
    const { db, now, logger } = this.context;
    const due: (ScheduleRow & DocumentRow)[] = await db('schedules')
      .join('documents', 'documents.ref', 'schedules.ref')
      .where('schedules.next_at', '<=', now())
      .orderBy('schedules.next_at')
      .limit(dueAtOnce)
      .select('documents.*', 'schedules.next_at');
    for (const row of due) {
      signal.throwIfAborted();
      await this.take(documentOf(row), Number(row.next_at)).catch(error =>
        logger.warn(`${row.ref} could not be begun`, error as Error),
      );
    }
  }

  private async take(
    document: Document<ExperimentSpec>,
    due: number,
  ): Promise<void> {
    const { now, db, experiments } = this.context;
    const { ref, spec } = document;
    const at = new Date(due).toISOString();
    const next =
      spec?.schedule && nextTime(spec.schedule, Math.max(now(), due));
    if (!next) {
      await db('schedules').where({ ref, next_at: due }).delete();
      return;
    }
    const late = now() - due;
    const started =
      late > experiments.lateness
        ? {
            refusals: [
              say(
                'experiment.missed',
                `Nobody was there at ${at}; it would have begun ${Math.round(
                  late / 60_000,
                )} min too late`,
                { at, minutes: Math.round(late / 60_000) },
              ),
            ],
          }
        : await startExperiment(
            this.context,
            document,
            { by: ref, key: at, reason: 'Scheduled' },
            async trx => {
              await trx('schedules')
                .where({ ref, next_at: due })
                .update({ next_at: next });
            },
          );
    if ('refusals' in started)
      await this.skip(document, { due, next }, started.refusals);
    // A run of that time that was there already took no part in it.
    else
      await db('schedules')
        .where({ ref, next_at: due })
        .update({ next_at: next });
    this.context.changed([ref]);
  }

  private async skip(
    { ref, title, ownerRef }: Document<ExperimentSpec>,
    { due, next }: { due: number; next: number },
    refusals: Sentence[],
  ): Promise<void> {
    const { db, append } = this.context;
    await db.transaction(async trx => {
      const taken = await trx('schedules')
        .where({ ref, next_at: due })
        .update({
          next_at: next,
          skipped_at: due,
          skipped_said: JSON.stringify(refusals[0]),
        });
      if (!taken) return;
      const why = refusals.map(({ text }) => text).join('; ');
      await append(trx, newsOfSkip({ ref, ownerRef, title, at: due }, why));
    });
  }

  /** What is switched off ends at once; and nobody leaves a fault alone by pausing its run. */
  private async stopRunning(signal: AbortSignal): Promise<void> {
    const { db, runs } = this.context;
    const running: ExecutionRow[] = await db<ExecutionRow>('executions')
      .where({ kind: 'experiment' })
      .whereNot({ state: 'cancelling' })
      .whereNull('finished_at')
      .orderBy('seq')
      .limit(mostRunning);
    if (!running.length) return;
    const refs = running.flatMap(({ experiment_ref }) => experiment_ref ?? []);
    const switches = await readSwitches(db, [everything, ...new Set(refs)]);
    for (const row of running) {
      signal.throwIfAborted();
      const off = [everything, row.experiment_ref ?? '']
        .map(scope => switches.get(scope))
        .find(one => one && !one.on);
      if (off)
        await runs.cancel(
          row.run_id,
          off.by ?? row.operator,
          `Switched off: ${off.reason ?? ''}`,
        );
      else if (row.state === 'paused')
        await runs.cancel(
          row.run_id,
          row.operator,
          'An experiment cannot be paused: nobody would watch the fault',
        );
    }
  }
}
