import type {
  ActionPlan,
  Approval,
  Execution,
  JournalEntry as JournalEntryShown,
  LedgerEntry as LedgerEntryShown,
  RunStep as RunStepShown,
} from '@ghostlight/plugin-runbooks-common';
import type {
  JournalEntry,
  LedgerEntry,
  Run,
  RunStep,
} from '@ghostlight/reliability-node';
import { anybody } from '../service/mayOf';
import { observeIdOf, planIdOf } from './engineSteps';
import type { ExecutionRow, ExecutionSummary } from './ExecutionRow';
import type { Program, ProgramStep } from './Program';

const iso = (ms: number | string) => new Date(Number(ms)).toISOString();
const given = (ms: number | string | null | undefined) =>
  ms === null || ms === undefined ? undefined : iso(ms);

/** A row for the API. */
export function describeExecution(row: ExecutionRow): Execution {
  const { said, step, steps, estimatedSeconds }: ExecutionSummary = JSON.parse(
    row.summary,
  );
  return clean({
    id: row.id,
    kind: row.kind,
    title: row.title,
    runbookRef: row.runbook_ref ?? undefined,
    action: row.action ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    environment: row.environment,
    incidentId: row.incident_id ?? undefined,
    policyRef: row.policy_ref ?? undefined,
    attemptId: row.attempt_id ?? undefined,
    experimentRef: row.experiment_ref ?? undefined,
    state: row.state,
    step,
    steps,
    requestedBy: row.requested_by,
    operator: row.operator,
    requestedAt: iso(row.requested_at),
    startedAt: given(row.started_at),
    finishedAt: given(row.finished_at),
    estimatedSeconds,
    reason: row.reason ?? undefined,
    said,
  });
}

/** The steps that people see, with how those of the engine stand. */
export function describeSteps(program: Program, run: Run): RunStepShown[] {
  const byId = new Map(run.steps.map(step => [step.id, step]));
  return program.steps.map(step => {
    const parts = [
      // That of an approval is of what comes after it.
      step.kind === 'action' ? byId.get(planIdOf(step.id)) : undefined,
      byId.get(step.id),
      byId.get(observeIdOf(step.id)),
    ].filter(part => part !== undefined);
    return describeStep(step, parts, run);
  });
}

function describeStep(
  step: ProgramStep,
  parts: RunStep[],
  run: Run,
): RunStepShown {
  const act = parts.find(({ id }) => id === step.id)!;
  const plan = parts.find(({ id }) => id === planIdOf(step.id)) ?? act;
  const now =
    parts.find(({ state }) => state === 'running' || state === 'waiting') ??
    parts.find(({ state }) => state === 'failed' || state === 'unknown') ??
    parts.filter(({ startedAt }) => startedAt !== undefined).at(-1) ??
    act;
  const starts = parts.flatMap(({ startedAt }) => startedAt ?? []);
  const state = stateOf(parts);
  const isOver = !['pending', 'running', 'waiting'].includes(state);
  const ends = parts.flatMap(({ finishedAt }) => finishedAt ?? []);
  const isAsking = act.state === 'waiting' || act.state === 'running';
  const { pinned: _p, plan: planned, ...found } = plan.result ?? {};
  const result = act === plan ? found : act.result;
  return clean({
    id: step.id,
    title: step.title,
    kind: step.kind,
    phase: step.phase,
    group: step.group,
    state,
    attempts: act.attempts,
    startedAt: starts.length ? iso(Math.min(...starts)) : undefined,
    finishedAt: isOver && ends.length ? iso(Math.max(...ends)) : undefined,
    deadline: isOver ? undefined : given(now.deadline),
    timeoutSeconds: step.timeoutSeconds,
    progress: now.progress,
    error: parts.find(({ error }) => error)?.error,
    result: result && Object.keys(result).length ? result : undefined,
    plan: planned as unknown as ActionPlan | undefined,
    answer: answerOf(step, act),
    asks:
      isAsking && isPerson(step)
        ? {
            kind: step.kind as 'manual',
            text: step.text,
            checklist: step.checklist,
            choices: step.choices,
            may: anybody,
            until: iso(act.deadline ?? run.requestedAt),
          }
        : undefined,
    skipReason: state === 'skipped' ? act.progress : undefined,
    actionId: step.kind === 'action' ? act.actionId : undefined,
  });
}

export function isPerson({ kind }: Pick<ProgramStep, 'kind'>): boolean {
  return kind === 'manual' || kind === 'decision' || kind === 'approval';
}

function stateOf(parts: RunStep[]): RunStep['state'] {
  const states = parts.map(({ state }) => state);
  for (const state of ['unknown', 'failed', 'cancelled'] as const)
    if (states.includes(state)) return state;
  if (states.every(state => state === 'pending')) return 'pending';
  if (states.includes('running')) return 'running';
  if (states.includes('waiting')) return 'waiting';
  if (states.every(state => state === 'skipped')) return 'skipped';
  // Between two of its parts it goes on.
  return states.includes('pending') ? 'running' : 'succeeded';
}

function answerOf(
  step: ProgramStep,
  { result, finishedAt }: RunStep,
): RunStepShown['answer'] {
  if (!isPerson(step) || !result?.by || finishedAt === undefined)
    return undefined;
  return clean({
    by: String(result.by),
    at: iso(finishedAt),
    choice: result.choice as string | undefined,
    notes: result.notes as string | undefined,
    checked: result.checked as number[] | undefined,
  });
}

export function describeApproval(
  run: Run,
  approvers: string[],
): Approval | undefined {
  const { approval } = run;
  return (
    approval &&
    clean({
      state: approval.state,
      until: iso(approval.until),
      approvers,
      by: approval.by,
      at: given(approval.at),
      comment: approval.comment,
    })
  );
}

export function describeJournal(entry: JournalEntry): JournalEntryShown {
  const { seq, at, event, stepId, by, text, data } = entry;
  return clean({ seq, at: iso(at), event, stepId, by, text, data });
}

export function describeLedger(entry: LedgerEntry): LedgerEntryShown {
  const { seq, at, actionId, stepId, state, effect, hash } = entry;
  return { seq, at: iso(at), actionId, stepId, state, effect, hash };
}

/** What is not known is left out. */
function clean<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined),
  ) as T;
}
