import type { JsonObject } from '@backstage/types';
import type { PlannedStep, Run, RunState, StepState } from '../Run';
import type { RunRecord, StepRecord } from './RunRecord';

type Instant = number | string | null;

export interface RunRow {
  seq: number | string;
  id: string;
  kind: string;
  key: string;
  target: string | null;
  state: RunState;
  input: string;
  requested_by: string;
  requested_at: number | string;
  started_at: Instant;
  finished_at: Instant;
  revision: number;
  journal_seq: number;
  approval_until: Instant;
  approval_state: NonNullable<Run['approval']>['state'] | null;
  approval_by: string | null;
  approval_at: Instant;
  approval_comment: string | null;
  cancelled_by: string | null;
  cancelled_at: Instant;
  cancel_reason: string | null;
  paused_at: Instant;
  outcome: string | null;
  due_at: Instant;
  holder: string | null;
  token: number | string;
}

export interface StepRow {
  run_id: string;
  position: number;
  id: string;
  type: string;
  title: string;
  state: StepState;
  input: string;
  action_id: string;
  timeout: number | string;
  continue_on_failure: boolean | number;
  always: boolean | number;
  attempts: number;
  failures: number;
  intended: boolean | number;
  plan: string | null;
  tries: number;
  output_bytes: number | string;
  output_left_out: number | string;
  started_at: Instant;
  finished_at: Instant;
  deadline: Instant;
  next_at: Instant;
  progress: string | null;
  result: string | null;
  error: string | null;
}

const instant = (value: Instant) =>
  value === null ? undefined : Number(value);

const jsonOf = (text: string) => JSON.parse(text) as JsonObject;

export function recordOf(
  row: RunRow & { now: number | string },
  steps: StepRow[],
): RunRecord {
  return {
    ...runRecordOf(row),
    steps: steps.map(stepRecordOf),
  };
}

/** All but its steps. */
export function runRecordOf(
  row: RunRow & { now: number | string },
): Omit<RunRecord, 'steps'> {
  return {
    seq: Number(row.seq),
    id: row.id,
    kind: row.kind,
    key: row.key,
    target: row.target ?? undefined,
    state: row.state,
    input: jsonOf(row.input),
    requestedBy: row.requested_by,
    requestedAt: Number(row.requested_at),
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    revision: row.revision,
    journalSeq: row.journal_seq,
    approval:
      row.approval_state === null
        ? undefined
        : {
            until: Number(row.approval_until),
            state: row.approval_state,
            ...(row.approval_by === null ? {} : { by: row.approval_by }),
            ...(row.approval_at === null
              ? {}
              : { at: Number(row.approval_at) }),
            ...(row.approval_comment === null
              ? {}
              : { comment: row.approval_comment }),
          },
    cancellation:
      row.cancelled_by === null
        ? undefined
        : {
            by: row.cancelled_by,
            at: Number(row.cancelled_at),
            reason: row.cancel_reason ?? '',
          },
    pausedAt: instant(row.paused_at),
    outcome: row.outcome ?? undefined,
    dueAt: instant(row.due_at),
    holder: row.holder ?? undefined,
    token: Number(row.token),
    now: Number(row.now),
  };
}

export function stepRecordOf(row: StepRow): StepRecord {
  return {
    position: row.position,
    id: row.id,
    type: row.type,
    title: row.title,
    state: row.state,
    input: jsonOf(row.input),
    actionId: row.action_id,
    timeout: Number(row.timeout),
    continueOnFailure: Boolean(row.continue_on_failure),
    always: Boolean(row.always),
    attempts: row.attempts,
    failures: row.failures,
    tries: row.tries,
    outputBytes: Number(row.output_bytes),
    outputLeftOut: Number(row.output_left_out),
    intended: Boolean(row.intended),
    ...(row.plan === null ? {} : (JSON.parse(row.plan) as StepPlan)),
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    deadline: instant(row.deadline),
    nextAt: instant(row.next_at),
    progress: row.progress ?? undefined,
    result: row.result === null ? undefined : jsonOf(row.result),
    error: row.error ?? undefined,
  };
}

/** How a step is planned that is not done like most. */
export type StepPlan = Pick<PlannedStep, 'parallel' | 'when' | 'retry'>;

/** JSON, if there is anything to it. */
export function planOf({ parallel, when, retry }: StepPlan): string | null {
  return parallel === undefined && !when && !retry
    ? null
    : JSON.stringify({ parallel, when, retry });
}

/** The columns of a run that change. */
export function changingColumnsOf(run: Omit<RunRecord, 'steps'>) {
  return {
    state: run.state,
    started_at: run.startedAt ?? null,
    finished_at: run.finishedAt ?? null,
    revision: run.revision,
    journal_seq: run.journalSeq,
    approval_until: run.approval?.until ?? null,
    approval_state: run.approval?.state ?? null,
    approval_by: run.approval?.by ?? null,
    approval_at: run.approval?.at ?? null,
    approval_comment: run.approval?.comment ?? null,
    cancelled_by: run.cancellation?.by ?? null,
    cancelled_at: run.cancellation?.at ?? null,
    cancel_reason: run.cancellation?.reason ?? null,
    paused_at: run.pausedAt ?? null,
    outcome: run.outcome ?? null,
    due_at: run.dueAt ?? null,
    holder: run.holder ?? null,
  };
}

/** The columns of a step that change. */
export function changingStepColumnsOf(step: StepRecord) {
  return {
    state: step.state,
    attempts: step.attempts,
    failures: step.failures,
    tries: step.tries,
    output_bytes: step.outputBytes,
    output_left_out: step.outputLeftOut,
    intended: step.intended,
    started_at: step.startedAt ?? null,
    finished_at: step.finishedAt ?? null,
    deadline: step.deadline ?? null,
    next_at: step.nextAt ?? null,
    progress: step.progress ?? null,
    result: step.result === undefined ? null : JSON.stringify(step.result),
    error: step.error ?? null,
  };
}
