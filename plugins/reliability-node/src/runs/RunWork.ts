import type { LoggerService } from '@backstage/backend-plugin-api';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { LeaseLostError } from '../leases';
import { errorText } from './caps';
import {
  isBlocked,
  runOf,
  type RunLease,
  type RunRecord,
  type StepRecord,
} from './database';
import { doCheck } from './doCheck';
import { doEffect, readBack } from './doEffect';
import { nextMove, stopperOf, type Move } from './nextMove';
import type { RunChange } from './RunChange';
import type { RunStore } from './RunStore';
import { beginStep, finishStep, letWait } from './settleStep';
import type { RunHandler } from './StepHandler';
import { StepWork } from './StepWork';

/** Milliseconds after which a run looks by itself whether its target is free. */
const blockedFor = 60_000;
/** Until a step is tried again that this replica has no handler for; a newer one may. */
const unknownTypeRest = 5_000;

export interface RunWorkOptions {
  store: RunStore;
  logger: LoggerService;
  lease: RunLease;
  id: string;
  handler: RunHandler;
  /** Aborts when the lease is lost or the replica stops. */
  signal: AbortSignal;
  hung: Set<string>;
  /** Told when the run is to be looked at again, in milliseconds. */
  onParked(after: number): void;
}

/** Does a run that this replica has claimed, until it is over or has to wait. */
export class RunWork {
  private current: StepWork | undefined;

  private constructor(private readonly options: RunWorkOptions) {}

  static create(options: RunWorkOptions): RunWork {
    return new RunWork(options);
  }

  /** Somebody has cancelled the run. */
  cancel(): void {
    this.current?.cancel();
  }

  /** @throws LeaseLostError */
  async perform(): Promise<void> {
    const { id, signal, store } = this.options;
    let run = await store.read(id);
    if (run.steps.some(({ state }) => state === 'running')) {
      await this.change(change => {
        const step = change.run.steps.find(({ state }) => state === 'running');
        change.note('taken-over', { step });
      });
      run = await store.read(id);
    }
    while (!signal.aborted) {
      if (!(await this.make(nextMove(run), run))) return;
      run = await store.read(id);
    }
    await this.leave();
  }

  /** @returns whether there may be more to do */
  private async make(move: Move, run: RunRecord): Promise<boolean> {
    switch (move.to) {
      case 'leave':
        return false;
      case 'wait':
        return !(await this.park(run, move.until));
      case 'begin':
        return this.begin(run);
      case 'expire':
        await this.change(expire, run.revision);
        return true;
      case 'close':
        await this.change(change => close(change, move.steps), run.revision);
        return true;
      case 'end':
        await this.change(change => this.end(change, move), run.revision);
        return true;
      default:
        await this.work(run, move.step, move.to === 'read-back');
        return true;
    }
  }

  private async park(run: RunRecord, until?: number): Promise<boolean> {
    const { lease, onParked } = this.options;
    const parked = await lease.park(run.revision, until);
    if (parked && until !== undefined) onParked(until - run.now);
    return parked;
  }

  /** @returns false when another run of its target is ahead */
  private async begin(run: RunRecord): Promise<boolean> {
    const putOff = (change: RunChange) => {
      change.run.holder = undefined;
      change.run.dueAt = change.now + blockedFor;
    };
    let begun = true;
    try {
      await this.change(async (change, trx) => {
        begun = !(await isBlocked(trx, change.run));
        if (!begun) return putOff(change);
        change.run.state = 'running';
        change.run.startedAt = change.now;
        change.note('started', {});
        return undefined;
      }, run.revision);
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      // Another replica has begun one of the same target at the same moment.
      await this.change(putOff);
      return false;
    }
    return begun;
  }

  private async work(
    run: RunRecord,
    step: StepRecord,
    begun: boolean,
  ): Promise<void> {
    const { handler, hung, lease, logger, signal, store } = this.options;
    const work = StepWork.create({ store, lease, run, step, signal, hung });
    const does = handler.steps[step.type];
    this.current = work;
    try {
      if (does?.kind === 'check') await doCheck(work, does);
      else if (does && begun) await readBack(work, does);
      else if (does) await doEffect(work, does);
      else {
        logger.warn(`There is no handler for steps of type '${step.type}'`);
        await work.begin((change, unhandled) => {
          beginStep(change, unhandled);
          letWait(change, unhandled, unknownTypeRest);
        });
      }
    } finally {
      this.current = undefined;
      // Somebody else must not read back while an act of this process may still be on its way.
      if (signal.aborted && work.hung) lease.keep();
    }
  }

  private end(change: RunChange, move: Move & { to: 'end' }): void {
    const { handler, logger } = this.options;
    const { run } = change;
    run.state = move.state;
    let outcome: string | undefined;
    try {
      outcome = handler.outcome?.(runOf(run));
    } catch (error) {
      logger.warn(
        `Run ${run.id} ended without a sentence: ${errorText(error)}`,
      );
    }
    const { because } = move;
    change.end(
      move.state,
      outcome ??
        (because
          ? `${because.title}: ${because.error ?? because.state}`
          : cancelOutcome(run)),
    );
  }

  /** Hands over at once to whoever comes next. */
  private async leave(): Promise<void> {
    const { lease, signal } = this.options;
    if (signal.reason instanceof LeaseLostError) throw signal.reason;
    if (lease.isKept) return;
    await this.change(change => {
      const { run, now } = change;
      if (run.finishedAt !== undefined) return;
      run.holder = undefined;
      run.dueAt = now;
      for (const step of run.steps) {
        if (step.state === 'running') letWait(change, step, 0);
      }
    });
  }

  private async change(
    mutate: Parameters<RunStore['change']>[2],
    revision?: number,
  ): Promise<void> {
    const { id, lease, store } = this.options;
    await store.change(id, { lease, revision }, mutate);
  }
}

function expire(change: RunChange): void {
  change.run.approval!.state = 'expired';
  change.note('approval-expired', {});
  endUnbegun(change, 'rejected', 'Nobody approved it in time');
}

/** Ends a run of which nothing was done. */
export function endUnbegun(
  change: RunChange,
  state: 'rejected' | 'cancelled',
  outcome: string,
): void {
  for (const step of change.run.steps) {
    if (step.finishedAt === undefined) {
      step.state = 'cancelled';
      step.finishedAt = change.now;
    }
  }
  change.end(state, outcome);
}

function close(change: RunChange, steps: string[]): void {
  const stopper = stopperOf(change.run);
  for (const id of steps) {
    const step = change.step(id)!;
    if (stopper) {
      finishStep(change, step, 'skipped', {
        text: `Left out after ${stopper.title}`,
      });
    } else {
      const by = change.run.cancellation?.by;
      finishStep(change, step, 'cancelled', { by });
    }
  }
}

function cancelOutcome(run: RunRecord): string | undefined {
  if (run.state === 'cancelled') return run.cancellation?.reason;
  return run.cancellation
    ? 'Everything was done before it could be cancelled'
    : undefined;
}
