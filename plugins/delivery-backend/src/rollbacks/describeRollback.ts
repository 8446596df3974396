import type {
  JournalEntry,
  LedgerEntry,
  Rollback,
  RollbackDetail,
  Sentence,
} from '@ghostlight/plugin-delivery-common';
import type {
  JournalEntry as RunJournalEntry,
  LedgerEntry as RunLedgerEntry,
  Run,
  RunStep,
} from '@ghostlight/reliability-node';
import type { BarePlan } from './planRollback';
import type { RollbackRow, RollbackSummary } from './RollbackRow';
import { saidOf, stateOf } from './saidOf';
import { ifCancelled, takeBackOf } from './takeBack';
import type { VerificationConfig } from './VerificationConfig';
import { readingsOf, type Seen } from './verifyRecovery';

/** A rollback as lists have it. */
export function describeRollback(row: RollbackRow): Rollback {
  const { from, to, said }: RollbackSummary = JSON.parse(row.summary);
  return {
    id: row.id,
    state: row.state,
    entityRef: row.entity_ref,
    environment: row.environment,
    from,
    to,
    lane: row.lane,
    reason: row.reason,
    dryRun: Boolean(row.dry_run),
    requestedBy: row.requested_by,
    requestedAt: isoOf(row.requested_at),
    ...(row.watch_id && { automatic: { watchId: row.watch_id } }),
    ...(row.incident_id && { incidentId: row.incident_id }),
    ...(row.started_at !== null && { startedAt: isoOf(row.started_at) }),
    ...(row.finished_at !== null && { finishedAt: isoOf(row.finished_at) }),
    said,
  };
}

/** All of it; who may do what the authorising decorator says. */
export function describeDetail(options: {
  row: RollbackRow;
  run: Run;
  /** What takes it back, when it ended too early. */
  back?: Run;
  plan: BarePlan;
  ledger: RunLedgerEntry[];
  deploymentId?: string;
  verification: VerificationConfig;
}): Omit<RollbackDetail, 'may' | 'plan'> & { plan: BarePlan } {
  const { row, run, back, plan, ledger, deploymentId, verification } = options;
  const { approval } = run;
  const takesBack = ifCancelled(run);
  return {
    ...describeRollback(row),
    state: stateOf(run),
    said: saidOf(run, plan.to.version),
    ...(run.startedAt !== undefined && { startedAt: isoOf(run.startedAt) }),
    ...(run.finishedAt !== undefined && { finishedAt: isoOf(run.finishedAt) }),
    plan,
    steps: stepsOf(run, back).map(describeStep),
    ...(takesBack.length && { ifCancelled: takesBack }),
    ...(approval && {
      approval: {
        state: approval.state,
        until: isoOf(approval.until),
        ...(approval.by && { by: approval.by }),
        ...(approval.at !== undefined && { at: isoOf(approval.at) }),
        ...(approval.comment && { comment: approval.comment }),
      },
    }),
    readings: readingsOf(
      run.steps.find(({ type }) => type === 'verify')?.result as
        | Partial<Seen>
        | undefined,
      verification,
    ),
    ledger: ledger.map(describeLedger),
    ...(deploymentId && { deploymentId }),
  };
}

/** Of the step that takes back there are those that do it, or none where nothing had to be. */
function stepsOf(run: Run, back: Run | undefined): RunStep[] {
  const asking = takeBackOf(run);
  return [
    ...run.steps.filter(
      step => step !== asking || (step.state === 'failed' && !back),
    ),
    ...(back?.steps ?? []),
  ];
}

function describeStep(step: RunStep): RollbackDetail['steps'][number] {
  const { titleSaid } = (step.input.step ?? {}) as { titleSaid?: Sentence };
  return {
    id: step.id,
    title: step.title,
    ...(titleSaid && { titleSaid }),
    kind: step.type === 'act' ? 'effect' : 'check',
    state: step.state,
    ...(step.startedAt !== undefined && { startedAt: isoOf(step.startedAt) }),
    ...(step.finishedAt !== undefined && {
      finishedAt: isoOf(step.finishedAt),
    }),
    ...(step.deadline !== undefined && { deadline: isoOf(step.deadline) }),
    ...(step.progress !== undefined && { progress: step.progress }),
    ...(step.error !== undefined && { error: step.error }),
    ...(step.result && { result: step.result }),
  };
}

export function describeJournal(entry: RunJournalEntry): JournalEntry {
  const { seq, at, event, stepId, by, text, data } = entry;
  return {
    seq,
    at: isoOf(at),
    event,
    ...(stepId && { stepId }),
    ...(by && { by }),
    ...(text && { text }),
    ...(data && { data }),
  };
}

function describeLedger(entry: RunLedgerEntry): LedgerEntry {
  const { seq, at, actionId, stepId, state, effect, hash } = entry;
  return { seq, at: isoOf(at), actionId, stepId, state, effect, hash };
}

function isoOf(at: number | string): string {
  return new Date(Number(at)).toISOString();
}
