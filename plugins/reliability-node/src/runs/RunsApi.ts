import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type {
  JournalEntry,
  LedgerEntry,
  Run,
  RunRequest,
  RunState,
} from './Run';
import type { RunHandler } from './StepHandler';

/**
 * Persisted work in steps that survives whoever does it: each effect happens exactly once, or is
 * reported as unknown and never repeated blindly.
 *
 * @public
 */
export interface RunsApi {
  /**
   * Makes the run, in the caller's transaction if one is given. The same key again gives the run that
   * is there.
   */
  request(
    request: RunRequest,
    trx?: Knex.Transaction,
  ): Promise<{ run: Run; created: boolean }>;

  /** @throws NotFoundError */
  get(id: string): Promise<Run>;

  /** The latest first. */
  list(filter: {
    kind?: string;
    target?: string;
    states?: RunState[];
    limit?: number;
    before?: string;
  }): Promise<Run[]>;

  /** What happened after `seq`, in order; at most `limit` (200 by default). */
  journal(id: string, after?: number, limit?: number): Promise<JournalEntry[]>;

  /** The intended effects of one run, in order. */
  ledger(id: string): Promise<LedgerEntry[]>;

  /** The first row of the whole ledger whose hash does not follow from the one before it. */
  verifyLedger(): Promise<{ rows: number; brokenAt?: number }>;

  /**
   * Of two who decide at once one gets a ConflictError.
   *
   * @throws NotAllowedError when `by` is who asked for the run
   * @throws ConflictError when it does not wait for an approval (any more)
   */
  decide(
    id: string,
    decision: { approve: boolean; by: string; comment?: string },
  ): Promise<Run>;

  /**
   * Answers a step for people that waits, on any replica that has called `start`. Of two who answer at
   * once one gets a ConflictError.
   *
   * @throws ConflictError when the step does not wait for an answer (any more, or yet)
   * @throws InputError when it is not one for people, and whatever its `accept` throws
   */
  answer(
    id: string,
    stepId: string,
    given: { by: string; answer: JsonObject; comment?: string },
  ): Promise<Run>;

  /**
   * Writes a line of the family's own into the journal (a comment, a hand-over), in the caller's
   * transaction if one is given; also of a run that is over. Changes nothing else: `recordChange` is not
   * called.
   *
   * @throws NotFoundError
   * @throws InputError when there is no such step, or `event` has not 1 to 40 characters
   */
  note(
    id: string,
    line: {
      event: string;
      by: string;
      /** At most 2,000 characters. */
      text?: string;
      /** At most 16,000 characters of JSON. */
      data?: JsonObject;
      stepId?: string;
    },
    trx?: Knex.Transaction,
  ): Promise<void>;

  /**
   * Forgets runs that ended before an instant (epoch ms), the oldest first and at most `limit`, with
   * their steps and journals, a few per transaction; their keys are free again. The ledger stays.
   *
   * @returns how many; fewer than `limit` when there are no more
   */
  prune(filter: {
    finishedBefore: number;
    kind?: string;
    limit: number;
  }): Promise<number>;

  /** Stops before the next effect; `always` steps still run. Does nothing to a run that is over. */
  cancel(id: string, by: string, reason: string): Promise<Run>;

  /**
   * Holds until resumed: what is being done is finished, no step begins and no waiting one is looked at.
   * The time of steps that have begun stands still meanwhile.
   *
   * @throws ConflictError when it is over or being cancelled
   */
  pause(id: string, by: string): Promise<Run>;
  resume(id: string, by: string): Promise<Run>;

  /**
   * Leaves a step out that has not begun or that waits.
   *
   * @throws ConflictError when it is being done, over, or an effect of it may have happened
   */
  skip(id: string, stepId: string, by: string, reason: string): Promise<Run>;

  /**
   * Looks at a waiting step now instead of when it asked to be: what it waits for has come. Does nothing
   * to a run that does not wait.
   */
  hurry(id: string): Promise<void>;

  /** Claims and does what is due, until the signal aborts. Every replica calls it once. */
  start(options: { handlers: RunHandler[]; signal: AbortSignal }): void;

  /** Looks now instead of at the next poll. */
  wake(): void;
}
