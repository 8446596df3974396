import type { JsonObject } from '@backstage/types';
import type { Run, RunStep } from './Run';

/**
 * What a handler is given.
 *
 * @public
 */
export interface StepContext {
  run: Run;
  step: RunStep;
  /** Aborts when the step's time is up, the lease is lost, the plugin stops or somebody cancels. */
  signal: AbortSignal;
  /** Says how it goes; kept in the journal (the last one on the step), at most 2,000 characters. */
  progress(text: string, data?: JsonObject): Promise<void>;
  /**
   * Adds to the step's output, kept in the journal as `output` in pieces of at most 8,000 characters:
   * written within half a second and when the step is over, without NUL. After 64 KB (UTF-8) one line
   * says at the end how much was left out. A piece may end anywhere, also in the middle of a line.
   */
  output(text: string): void;
  /** What steps before this one resulted in, by their id. */
  results: Record<string, JsonObject>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * What became of one look or one act.
 *
 * `again`: not over yet; look again after so many milliseconds (any replica may).
 * `unknown`: cannot be shown either way; the run ends so, and nothing is repeated.
 * `refused`: the platform said no before anything changed.
 *
 * @public
 */
export type StepOutcome =
  | { state: 'succeeded'; result?: JsonObject; text?: string }
  | { state: 'again'; after: number; text?: string; result?: JsonObject }
  | { state: 'failed'; error: string; result?: JsonObject }
  | { state: 'refused'; error: string; result?: JsonObject }
  | { state: 'unknown'; error: string; result?: JsonObject };

/**
 * A step that only looks: may be run as often as one likes.
 *
 * @public
 */
export interface CheckHandler {
  kind: 'check';
  look(context: StepContext): Promise<StepOutcome>;
  /** After a thrown error, milliseconds until the next look; 2 s doubling to 30 s by default, until the step's time is up. */
  retryAfter?(attempt: number): number;
}

/**
 * A step that changes the world. The engine writes the intent to the ledger and commits it, then calls
 * `act`. When it cannot know what became of an `act` (the process died, the answer was lost, `act`
 * threw), it calls `readBack` first, and `act` again only where that says `absent`.
 *
 * @public
 */
export interface EffectHandler {
  kind: 'effect';
  /** What goes into the ledger before anything happens. */
  describe(context: StepContext): JsonObject;
  /** Does it, with `step.actionId` inside the change. */
  act(context: StepContext): Promise<StepOutcome>;
  /**
   * Looks for `step.actionId` in the world. `applied` settles the step as if `act` had succeeded.
   * `unknown` may be asked again until the step's time is up.
   */
  readBack(
    context: StepContext,
  ): Promise<
    | { state: 'applied'; result?: JsonObject }
    | { state: 'absent' }
    | { state: 'unknown'; error: string }
  >;
}

/**
 * What is given to whoever looks at an answer: nothing is being done.
 *
 * @public
 */
export type PersonContext = Omit<StepContext, 'progress' | 'output'>;

/**
 * A step that waits for somebody's `RunsApi.answer`, until its time is up.
 *
 * @public
 */
export interface PersonHandler {
  kind: 'person';
  /**
   * Looks at an answer; changes nothing by itself, as the answer of somebody else may be faster. What it
   * returns settles the step; `again` keeps it waiting for more, with `result` and `text` so far (`after`
   * means nothing here). To a condition, the answer is `choice` in `result`.
   *
   * @throws InputError or NotAllowedError to refuse the answer: the caller gets it, nothing changes
   */
  accept(
    context: PersonContext,
    answer: JsonObject,
    by: string,
  ): Promise<StepOutcome>;
}

/** @public */
export type StepHandler = CheckHandler | EffectHandler | PersonHandler;

/**
 * What a family adds for its kind of runs.
 *
 * @public
 */
export interface RunHandler {
  kind: string;
  /** By the `type` of steps. */
  steps: Record<string, StepHandler>;
  /** One sentence about the end, from what the steps resulted in. */
  outcome?(run: Run): string | undefined;
}
