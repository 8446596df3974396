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
