import type { LoggerService } from '@backstage/backend-plugin-api';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { LeaseLostError } from '../leases';
import { Waker } from '../outbox/Waker';
import { isBlocked, type RunLease, type RunRecord } from './database';
import { doCheck } from './doCheck';
import { doEffect, intentOf, readBack } from './doEffect';
import { beginPerson, doPerson } from './doPerson';
import { nextMove, type Move, type StepMove } from './nextMove';
import type { RunChange } from './RunChange';
import type { Mutation, RunStore } from './RunStore';
import { close, endRun, expire, leaveOut } from './settleRun';
import { beginStep, letWait } from './settleStep';
import type { RunHandler } from './StepHandler';
import { StepWork } from './StepWork';

/** Milliseconds after which a run looks by itself whether its target is free. */
const blockedFor = 60_000;
/** Steps of a run that are done at once. */
const mostAtOnce = 16;
/** The longest that a timer can. */
const longest = 2 ** 31 - 1;
/** Until a step is tried again that this replica has no handler for; a newer one may. */
const unknownTypeRest = 5_000;

export interface RunWorkOptions {
  store: RunStore;
  logger: LoggerService;
  lease: RunLease;
  /** As it was just now. */
  run: RunRecord;
  handler: RunHandler;
  /** Aborts when the lease is lost or the replica stops. */
  signal: AbortSignal;
  hung: Set<string>;
  /** Told when the run is to be looked at again, in milliseconds. */
  onParked(after: number): void;
}

/** Does a run that this replica has claimed, until it is over or has to wait. */
export class RunWork {
  /** By their ids, the steps that are being done. */
  private readonly atWork = new Map<string, StepWork>();
  private readonly working = new Set<Promise<void>>();
  private readonly waker = Waker.create();
  /** Aborts with the first error of a step, so that nothing is under way when others take over. */
  private readonly broken = new AbortController();
  private readonly signal: AbortSignal;
  private revision = 0;
  private restsUntil: number | undefined;
  /** The run as this last wrote or saw it. */
  private known: RunRecord;
  /** Whether it has not been gone by yet. */
  private isFresh = true;
  /** What was begun in the commit with which something else was over. */
  private next: StepWork | undefined;
  /** The same before the commit. */
  private readonly upcoming = new WeakMap<RunChange, StepWork>();

  private constructor(private readonly options: RunWorkOptions) {
    this.known = options.run;
    this.signal = AbortSignal.any([options.signal, this.broken.signal]);
    this.signal.addEventListener('abort', () => this.waker.wake());
  }

  static create(options: RunWorkOptions): RunWork {
    return new RunWork(options);
  }

  /** Told now and then how the run is, which anybody may have changed. */
  tell({
    state,
    revision,
    now,
  }: Pick<RunRecord, 'state' | 'revision' | 'now'>) {
    if (state === 'cancelling') this.atWork.forEach(work => work.cancel());
    const { restsUntil = Infinity } = this;
    if (revision !== this.revision || now >= restsUntil) this.waker.wake();
  }

  /** @throws LeaseLostError */
  async perform(): Promise<void> {
    let done = false;
    try {
      await this.takeOver();
      done = await this.goOn();
    } catch (error) {
      this.broken.abort(error);
    }
    await Promise.all(this.working);
    if (done) return;
    if (this.broken.signal.aborted) throw this.broken.signal.reason;
    await this.leave();
  }

  private async takeOver(): Promise<void> {
    if (!this.known.steps.some(({ state }) => state === 'running')) return;
    await this.change(change => {
      for (const step of change.run.steps) {
        if (step.state === 'running') change.note('taken-over', { step });
      }
    });
  }

  /** @returns whether there is nothing more to do now */
  private async goOn(): Promise<boolean> {
    while (!this.signal.aborted) {
      const { next } = this;
      this.next = undefined;
      // Before reading: what is over since then is not yet so in what was read.
      const before = [...this.atWork.keys()];
      if (next) this.follow(next, { does: 'do', step: next.step });
      const run = await this.look(before.length === (next ? 1 : 0));
      this.revision = run.revision;
      // And after it: what was begun with the end of another is in what was read.
      const busy = new Set([...before, ...this.atWork.keys()]);
      if (!(await this.make(nextMove(run, busy), run, busy.size > 0)))
        return true;
    }
    return false;
  }

  /**
   * The run as it is now, or, with nobody else of this replica at it, as it was when it was last written.
   * Whatever is then done about it is done only if it is still so.
   */
  private async look(isAlone: boolean): Promise<RunRecord> {
    if (!isAlone || !this.isFresh)
      this.known = await this.options.store.read(this.options.run.id);
    this.isFresh = false;
    return this.known;
  }

  /** @returns whether there may be more to do */
  private async make(
    move: Move,
    run: RunRecord,
    busy: boolean,
  ): Promise<boolean> {
    switch (move.to) {
      case 'leave':
        return false;
      case 'wait':
        if (!busy) return !(await this.park(run, move.until));
        await this.rest(run, move.until);
        return true;
      case 'begin':
        return this.begin(run);
      case 'expire':
        await this.change(expire, run.revision);
        return true;
      case 'close':
        await this.change(change => close(change, move.steps), run.revision);
        return true;
      case 'leave-out':
        await this.change(change => leaveOut(change, move.steps), run.revision);
        return true;
      case 'end':
        await this.change(
          change => endRun(change, move, this.options),
          run.revision,
        );
        return true;
      default:
        for (const one of move.moves.slice(0, mostAtOnce - this.atWork.size))
          this.begins(run, one);
        await this.rest(run, move.until);
        return true;
    }
  }

  /** Until a step is over or somebody has changed the run, and until then at the latest. */
  private async rest(run: RunRecord, until: number | undefined): Promise<void> {
    this.restsUntil = until;
    if (until !== undefined) this.options.onParked(until - run.now);
    await this.waker.sleep(longest);
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
        this.handOn(change);
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

  private begins(run: RunRecord, move: StepMove): void {
    this.follow(this.workOn(run, move), move);
  }

  private workOn(run: RunRecord, move: StepMove, begun = false): StepWork {
    const { hung, lease, store } = this.options;
    return StepWork.create({
      change: mutate => this.change(mutate),
      onSettle: change => {
        // What else is at work may be over at the same moment.
        if (this.atWork.size === 1) this.handOn(change);
      },
      store,
      lease,
      run,
      step: move.step,
      signal: this.signal,
      hung,
      isDue: now => this.isDue(now, move),
      begun,
    });
  }

  /**
   * What comes next is written down with what is over, in one commit, as long as one thing comes after
   * the other. To do it is left to whoever goes on.
   */
  private handOn(change: RunChange): void {
    if (this.signal.aborted) return;
    for (;;) {
      const move = nextMove(change.run);
      if (move.to === 'close') close(change, move.steps);
      else if (move.to === 'leave-out') leaveOut(change, move.steps);
      else if (move.to === 'end') {
        endRun(change, move, this.options);
        return;
      } else if (move.to !== 'work' || !this.beginNext(change, move)) return;
    }
  }

  /** @returns whether the step is over already, and there may be more to write down */
  private beginNext(
    change: RunChange,
    { moves, until }: Move & { to: 'work' },
  ): boolean {
    const [move] = moves;
    const { step } = move;
    if (moves.length > 1 || until !== undefined || step.state !== 'pending')
      return false;
    const how = this.options.handler.steps[step.type];
    if (!how) return false;
    if (how.kind === 'person') {
      beginPerson(change, step);
      return false;
    }
    const work = this.workOn(change.run, move, true);
    if (how.kind === 'check') beginStep(change, step);
    else if (!intentOf(work, how)(change, step)) return true;
    this.upcoming.set(change, work);
    return false;
  }

  private follow(work: StepWork, move: StepMove): void {
    const { id } = move.step;
    this.atWork.set(id, work);
    const doing: Promise<void> = this.work(work, move)
      .catch(error => this.broken.abort(error))
      .finally(() => {
        this.working.delete(doing);
        this.atWork.delete(id);
        this.waker.wake();
      });
    this.working.add(doing);
  }

  /** Whether it would still be judged so. */
  private isDue(run: RunRecord, { does, step: { id } }: StepMove): boolean {
    const others = new Set(this.atWork.keys());
    others.delete(id);
    const move = nextMove(run, others);
    return (
      move.to === 'work' &&
      move.moves.some(one => one.step.id === id && one.does === does)
    );
  }

  private async work(work: StepWork, { does, step }: StepMove): Promise<void> {
    const { handler, lease, logger } = this.options;
    const how = handler.steps[step.type];
    try {
      if (how?.kind === 'check') await doCheck(work, how);
      else if (how?.kind === 'person') await doPerson(work);
      else if (how && does === 'read-back') await readBack(work, how);
      else if (how) await doEffect(work, how);
      else {
        logger.warn(`There is no handler for steps of type '${step.type}'`);
        await work.begin((change, unhandled) => {
          beginStep(change, unhandled);
          letWait(change, unhandled, unknownTypeRest);
        });
      }
    } finally {
      await work.close();
      // Somebody else must not read back while an act of this process may still be on its way.
      if (this.signal.aborted && work.hung) lease.keep();
    }
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
    mutate: Mutation,
    revision?: number,
  ): Promise<{ changed: boolean }> {
    const { run, lease, store } = this.options;
    const { known } = this;
    let next: StepWork | undefined;
    const remembering: Mutation = async (change, trx) => {
      const is = await mutate(change, trx);
      next = this.upcoming.get(change);
      // Before the commit, so that nobody who reads what it wrote takes it for forsaken.
      if (next) this.atWork.set(next.step.id, next);
      return is;
    };
    const guard = { lease, revision, known };
    const done = await store.change(run.id, guard, remembering).catch(error => {
      if (next) this.atWork.delete(next.step.id);
      throw error;
    });
    // Of two at once, what was written last.
    if (done.record.revision >= this.known.revision) this.known = done.record;
    this.isFresh = true;
    this.next = next ?? this.next;
    return done;
  }
}
