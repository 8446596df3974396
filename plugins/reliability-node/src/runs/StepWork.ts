import { LeaseLostError } from '../leases';
import { callHandler, signalAfter, type Answer } from './callHandler';
import { errorText } from './caps';
import {
  resultsBefore,
  runOf,
  stepOf,
  type RunLease,
  type RunRecord,
  type StepRecord,
} from './database';
import type { RunChange } from './RunChange';
import type { Mutation, RunStore } from './RunStore';
import { noteProgress } from './settleStep';
import { keepOutput, StepOutput, type Said } from './StepOutput';
import type { StepContext } from './StepHandler';

/** Milliseconds that a handler gets to end when it must. */
const grace = 1_000;

export interface StepWorkOptions {
  /** Changes the run while the lease is held. */
  change(mutate: Mutation): Promise<{ changed: boolean }>;
  /** Told in the transaction in which something of the step is settled. */
  onSettle(change: RunChange): void;
  store: Pick<RunStore, 'clockFrom'>;
  lease: RunLease;
  run: RunRecord;
  step: StepRecord;
  /** Whether it is still to be done, as the run is now. */
  isDue(run: RunRecord): boolean;
  /** Aborts when the lease is lost or the replica stops. */
  signal: AbortSignal;
  /** Action ids of acts of this process that have not come back. */
  hung: Set<string>;
  /** Whether it is written down already that it begins. */
  begun?: boolean;
}

export type StepMutation = (change: RunChange, step: StepRecord) => void;

/** One step that is being done now: what its handler is given, and how what it says is written down. */
export class StepWork {
  private readonly cancelling = new AbortController();
  private readonly output = StepOutput.create(said =>
    this.change(said, change => (change.news ? undefined : false)),
  );

  private constructor(private readonly options: StepWorkOptions) {}

  static create(options: StepWorkOptions): StepWork {
    return new StepWork(options);
  }

  get step(): StepRecord {
    return this.options.step;
  }

  get begun(): boolean {
    return this.options.begun ?? false;
  }

  /** Whether the step's time was up when this began. */
  get late(): boolean {
    return this.timeLeft <= 0;
  }

  get timeLeft(): number {
    const { run, step } = this.options;
    return (step.deadline ?? run.now + step.timeout) - run.now;
  }

  /** The lease is lost or the replica stops: others go on with it. */
  get stopped(): boolean {
    return this.options.signal.aborted;
  }

  get cancelled(): boolean {
    return this.cancelling.signal.aborted;
  }

  /** Somebody has cancelled the run. */
  cancel(): void {
    if (!this.step.always)
      this.cancelling.abort(new Error('The run is being cancelled'));
  }

  /**
   * Writes down that something begins, if it is still to.
   *
   * @returns false when somebody has changed the run, and it is not
   */
  async begin(mutate: StepMutation): Promise<boolean> {
    const { step, isDue } = this.options;
    const { changed } = await this.options.change(change => {
      if (!isDue(change.run)) return false;
      const begun = change.step(step.id)!;
      mutate(change, begun);
      Object.assign(step, begun);
      return undefined;
    });
    return changed;
  }

  /** Writes down what became of it, whatever else has happened to the run. */
  async settle(mutate: StepMutation): Promise<void> {
    const said = await this.output.take();
    await this.change(said, (change, step) => {
      mutate(change, step);
      this.options.onSettle(change);
    });
  }

  /** To be called when nothing more is done with it. */
  close(): Promise<void> {
    return this.output.close();
  }

  private async change(
    said: Said,
    mutate: (change: RunChange, step: StepRecord) => void | false,
  ): Promise<void> {
    const { step } = this.options;
    await this.options.change(change => {
      const doing = change.step(step.id)!;
      // What is said about a step that is over comes too late.
      if (doing.finishedAt === undefined) keepOutput(change, doing, said);
      return mutate(change, doing);
    });
  }

  /**
   * To be called right before the world is touched: a process that was paused finds out here that it
   * came too late.
   *
   * @throws LeaseLostError
   */
  async secureLease(): Promise<void> {
    const { lease, signal } = this.options;
    if (lease.remaining() < lease.ttl / 2) await lease.renew();
    if (lease.remaining() <= 0)
      throw new LeaseLostError(lease.name, lease.token);
    signal.throwIfAborted();
  }

  /**
   * @param limits - `time`: milliseconds it may take; `finishes`: whether it is waited for until then
   *   when the run is cancelled, since what it does must be known
   */
  async ask<T>(
    call: (context: StepContext) => Promise<T>,
    limits: { time: number; finishes: boolean },
  ): Promise<Answer<T>> {
    const { lease, signal, step, hung } = this.options;
    const end = performance.now() + limits.time;
    const [late, clearLate] = signalAfter(
      () => end - performance.now(),
      () => new Error('The time of the step is up'),
    );
    const [lost, clearLost] = signalAfter(
      () => lease.remaining(),
      () => new LeaseLostError(lease.name, lease.token),
    );
    const must = AbortSignal.any([signal, late, lost]);
    const told = AbortSignal.any([must, this.cancelling.signal]);
    try {
      const answer = await callHandler(
        () => call(this.context(told)),
        limits.finishes ? must : told,
        grace,
      );
      if (answer.state === 'hung' && limits.finishes) {
        hung.add(step.actionId);
        void answer.gone.then(() => hung.delete(step.actionId));
      }
      return answer;
    } finally {
      clearLate();
      clearLost();
    }
  }

  /** An act that did not come back may still do what it was to do. */
  get hung(): boolean {
    return this.options.hung.has(this.step.actionId);
  }

  context(signal: AbortSignal): StepContext {
    const { store, run, step } = this.options;
    return {
      run: runOf(run),
      step: stepOf(step),
      signal,
      results: resultsBefore(run, step),
      now: store.clockFrom(run.now),
      output: text => this.output.add(text),
      progress: async (text, data) => {
        const said = await this.output.take();
        await this.change(said, (change, doing) => {
          if (doing.finishedAt === undefined)
            noteProgress(change, doing, text, data);
          return change.news ? undefined : false;
        });
      },
    };
  }
}

/** What is written down about something that was not answered. */
export function failureOf(
  answer: Exclude<Answer<unknown>, { state: 'answered' }>,
): string {
  return answer.state === 'hung'
    ? 'It does not answer'
    : errorText(answer.error) || 'It failed without a word';
}
