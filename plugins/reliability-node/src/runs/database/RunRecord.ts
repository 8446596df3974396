import type { JsonObject } from '@backstage/types';
import type { Run, RunStep } from '../Run';

/** A step with what only the engine needs. */
export interface StepRecord extends RunStep {
  position: number;
  timeout: number;
  continueOnFailure: boolean;
  always: boolean;
  /** Thrown in a row. */
  failures: number;
  /** That failed or were refused, and were to be tried again. */
  tries: number;
  /** Of output that was kept, and that was not (UTF-8). */
  outputBytes: number;
  outputLeftOut: number;
  /** An effect was begun and it is not known what became of it. */
  intended: boolean;
  nextAt?: number;
}

/** A run with what only the engine needs, as it was at `now`. */
export interface RunRecord extends Omit<Run, 'steps'> {
  seq: number;
  journalSeq: number;
  pausedAt?: number;
  dueAt?: number;
  holder?: string;
  token: number;
  steps: StepRecord[];
  /** By the clock of the database. */
  now: number;
}

/** What others see of a run. */
export function runOf(record: RunRecord): Run {
  const { seq, journalSeq, pausedAt, dueAt, holder, token, now, ...run } =
    record;
  return withoutGaps({ ...run, steps: record.steps.map(stepOf) });
}

/** What others see of a step. */
export function stepOf(record: StepRecord): RunStep {
  const {
    position,
    timeout,
    continueOnFailure,
    always,
    failures,
    tries,
    outputBytes,
    outputLeftOut,
    intended,
    nextAt,
    ...step
  } = record;
  return withoutGaps(step);
}

/** By id, what steps before this one resulted in. */
export function resultsBefore(
  run: RunRecord,
  step: StepRecord,
): Record<string, JsonObject> {
  return Object.fromEntries(
    run.steps
      .filter(({ position, result }) => result && position < step.position)
      .map(({ id, result }) => [id, result!]),
  );
}

function withoutGaps<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as T;
}
