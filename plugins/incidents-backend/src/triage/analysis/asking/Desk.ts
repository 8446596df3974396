import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import {
  ModelFailure,
  type LanguageModel,
} from '@ghostlight/plugin-incidents-node';
import { hashOf } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { AnalysisConfig } from '../AnalysisConfig';
import { findCached, readRun } from '../database/readRuns';
import {
  insertEndedRun,
  reserveRun,
  type NewRun,
} from '../database/reserveRun';
import { readJson, type KeptResult } from '../database/RunRow';
import { noteProgress, settleRun } from '../database/settleRun';
import { converse } from './converse';
import { Gate } from './Gate';
import { limitsOf, type RunLimits } from './limitsOf';
import { Meter } from './Meter';
import type { Checked, Task } from './Task';
import {
  unavailable,
  UnavailableError,
  type UnavailableReason,
} from './Unavailable';

export interface DeskOptions {
  db: Knex;
  config: AnalysisConfig;
  logger: LoggerService;
  model?: LanguageModel;
  now: () => number;
}

/** How the results of a task are kept. */
export interface Keeping<Result> {
  keep(result: Result): KeptResult;
  read(kept: KeptResult): Result | undefined;
  /** What stands instead when a model does not answer. */
  instead?: KeptResult;
}

/** Longer than any run, which ends by its own time limit. */
const grace = 60_000;

/**
 * The one way in which a model is asked: cache, budget, conversation, check, books. Whatever goes wrong is
 * a run that says why.
 */
export class Desk {
  readonly gate: Gate;

  private constructor(private readonly options: DeskOptions) {
    this.gate = Gate.create(options);
  }

  static create(options: DeskOptions): Desk {
    return new Desk(options);
  }

  /** Why no model can be asked, of what is known without a question. */
  get closed(): UnavailableReason | undefined {
    const { model } = this.options;
    if (!model) return 'no-model';
    if (!model.configured) return 'no-key';
    return this.gate.closed;
  }

  async askForTask<Result>(
    task: Task<Result>,
    keeping: Keeping<Result>,
  ): Promise<{ run: TriageRun; result?: Result }> {
    const { db, model, now } = this.options;
    const run = this.newRun(task);
    if (!task.again) {
      const cached = await findCached(db, run.cacheKey);
      const kept = readJson<KeptResult>(cached?.result ?? null);
      const result = kept && keeping.read(kept);
      if (cached && result !== undefined) {
        const number = await insertEndedRun(
          db,
          { ...run, model: cached.model ?? run.model },
          {
            now: now(),
            cachedFrom: cached.number,
            result: cached.result ?? undefined,
            evidence: cached.evidence ?? undefined,
          },
        );
        return { run: await this.read(number), result };
      }
    }
    const closed = this.closed;
    if (closed || !model)
      return this.refuse(run, closed ?? 'no-model', keeping);
    task.onStage?.('reserving');
    let limits: RunLimits;
    try {
      limits = limitsOf(
        this.options.config.budget,
        model.model(task.tier).price,
      );
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      return this.refuse(run, error.reason, keeping);
    }
    return this.reserved(task, keeping, run, model, limits);
  }

  private async reserved<Result>(
    task: Task<Result>,
    keeping: Keeping<Result>,
    run: NewRun,
    model: LanguageModel,
    limits: RunLimits,
  ): Promise<{ run: TriageRun; result?: Result }> {
    const { db, now, config, logger } = this.options;
    const { price } = model.model(task.tier);
    const { number, refused } = await reserveRun(db, run, {
      now: now(),
      expiresAt: now() + config.budget.seconds * 1000 + grace,
      micros: limits.micros,
      pricesOf: price.of,
      budget: config.budget,
    });
    const meter = Meter.create(price);
    const settle = async (
      reason: UnavailableReason | undefined,
      params?: Record<string, string | number>,
      answered?: Checked<Result> & { model: string },
    ) => {
      const result = reason ? undefined : answered?.result;
      await settleRun(db, number, {
        now: now(),
        spent: meter.spent,
        model: answered?.model,
        outcome: reason ?? 'answered',
        ...(reason && { unavailable: unavailable(reason, params) }),
        result: result === undefined ? keeping.instead : keeping.keep(result),
        evidence: task.evidence(),
      });
      return { run: await this.read(number), result };
    };
    if (refused) return settle(refused);
    const late = AbortSignal.timeout(config.budget.seconds * 1000);
    const signal = AbortSignal.any([
      late,
      ...(task.signal ? [task.signal] : []),
    ]);
    try {
      task.onStage?.('asking');
      const answered = await converse({
        task,
        model,
        gate: this.gate,
        limits,
        meter,
        signal,
        onProgress: async stage => {
          if (stage !== 'asking') task.onStage?.(stage);
          await noteProgress(db, number, { stage, spent: meter.spent });
        },
      });
      if (answered.result === undefined)
        return await settle(
          answered.dropped.length ? 'nothing-held' : 'unreadable',
          {},
          answered,
        );
      return await settle(undefined, undefined, answered);
    } catch (error) {
      const [reason, params] = reasonOf(error, task.signal, late);
      if (reason === 'unexpected')
        logger.warn(
          `Run ${number} of a model failed: ${
            error instanceof Error ? error.name : 'unknown'
          }`,
        );
      return settle(reason, params);
    }
  }

  private async refuse<Result>(
    run: NewRun,
    reason: UnavailableReason,
    { instead }: Keeping<Result>,
  ) {
    const number = await insertEndedRun(this.options.db, run, {
      now: this.options.now(),
      reason,
      ...(instead && { result: JSON.stringify(instead) }),
    });
    return { run: await this.read(number) };
  }

  private newRun<Result>(task: Task<Result>): NewRun {
    const { model } = this.options;
    const name = model?.configured ? model.model(task.tier).name : undefined;
    const { prompt, bundleId, language } = task;
    return {
      incidentNumber: task.incidentNumber,
      task: prompt.task,
      by: task.by,
      language,
      model: name,
      promptVersion: prompt.version,
      bundleId,
      cacheKey: hashOf(
        prompt.version,
        bundleId,
        language,
        name ?? '',
        ...task.depends,
      ),
      redactions: task.redactions,
    };
  }

  private async read(number: number): Promise<TriageRun> {
    const { db, now } = this.options;
    const run = await readRun(db, number, now());
    if (!run) throw new Error(`Run ${number} is gone`);
    return run;
  }
}

function reasonOf(
  error: unknown,
  asker: AbortSignal | undefined,
  late: AbortSignal,
): [UnavailableReason, Record<string, string | number>] {
  if (error instanceof UnavailableError)
    return [error.reason, error.params ?? {}];
  if (asker?.aborted) return ['cancelled', {}];
  if (late.aborted) return ['timeout', {}];
  if (!(error instanceof ModelFailure)) return ['unexpected', {}];
  const { retryAfterMs } = error;
  const params: Record<string, string | number> =
    retryAfterMs === undefined
      ? {}
      : { seconds: Math.ceil(retryAfterMs / 1000) };
  return [error.reason === 'not-configured' ? 'no-key' : error.reason, params];
}
