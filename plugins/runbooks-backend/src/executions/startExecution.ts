import type { JsonObject } from '@backstage/types';
import type {
  ExecutionPlan,
  ExecutionRequest,
} from '@ghostlight/plugin-runbooks-common';
import { nextOf, say, type RunRequest } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { whyApproval, type ApprovalPolicy } from './ApprovalPolicy';
import { executionRunKind } from './createExecutionHandler';
import { dryRunSteps, engineSteps } from './engineSteps';
import type { ExecutionContext } from './ExecutionContext';
import type { ExecutionRow, ExecutionSummary } from './ExecutionRow';
import type { Program } from './Program';
import { planResolved } from './planExecution';
import { resolveRequest, type Resolved } from './resolveRequest';
import type { RunInput } from './RunInput';

/** On whose behalf, and what it belongs to. */
export interface Requester {
  /** Whoever asks, for the record. */
  name: string;
  policyRef?: string;
  attemptId?: string;
  experimentRef?: string;
  /** Approved already, by the family's own approval: no second one. */
  approved?: boolean;
  baseline?: Record<string, number>;
  /** Whether the baseline takes in time from before the trouble began. */
  isMixed?: boolean;
  /** Runs with the same target go one after the other. */
  target?: string;
}

/**
 * Asks for a run. The same key of the same caller again gives the run that is there.
 *
 * @returns its id
 * @throws InputError that names the field
 */
export async function startExecution(
  context: ExecutionContext,
  policy: ApprovalPolicy,
  request: ExecutionRequest,
  requester: Requester,
  within?: Knex.Transaction,
): Promise<string> {
  const resolved = await resolveRequest(context, request);
  const why =
    requester.approved || request.dryRun
      ? undefined
      : whyApproval(policy, context.actions, resolved.program, resolved.entity);
  const plan =
    why &&
    (await planResolved(context, policy, resolved, {
      requestedBy: requester.name,
      incidentId: request.incidentId,
    }));
  const id = await insertExecution(
    context,
    {
      kind: kindOf(request.dryRun, resolved),
      runKind: executionRunKind,
      key: request.key,
      resolved,
      incidentId: request.incidentId,
      reason: request.reason,
      steps: request.dryRun
        ? dryRunSteps(resolved.program)
        : engineSteps(resolved.program, context.actions),
      ...(why && { approval: { until: context.now() + policy.waits }, plan }),
    },
    requester,
    within,
  );
  context.runs.wake();
  return id;
}

function kindOf(
  isDryRun: boolean | undefined,
  { runbookRef }: Resolved,
): ExecutionRow['kind'] {
  if (isDryRun) return 'dry-run';
  return runbookRef ? 'runbook' : 'action';
}

/** What a row and its run are made of. */
export interface NewExecution {
  kind: ExecutionRow['kind'];
  runKind: string;
  key?: string;
  resolved: Omit<Resolved, 'entity'>;
  incidentId?: string;
  reason?: string;
  steps: RunRequest['steps'];
  approval?: RunRequest['approval'];
  /** What would be done, for whoever has to approve it. */
  plan?: ExecutionPlan;
  summary?: Partial<ExecutionSummary>;
}

/** Makes the row and its run in one transaction. */
export async function insertExecution(
  context: ExecutionContext,
  made: NewExecution,
  requester: Requester,
  within?: Knex.Transaction,
): Promise<string> {
  const { resolved, kind, incidentId } = made;
  const { program, entityRef, environment } = resolved;
  const key = made.key
    ? `${requester.name}:${made.key}`.slice(0, 300)
    : randomUUID();
  const belonging = entityRef ? context.belongingOf(entityRef) : undefined;
  const insert = async (trx: Knex.Transaction) => {
    const input: RunInput = {
      ...(entityRef && { entityRef }),
      environment,
      ...(incidentId && { incidentId }),
      inputs: resolved.inputs,
      secrets: resolved.secrets,
      ...(resolved.alert && { alert: resolved.alert }),
      ...(requester.baseline && { baseline: requester.baseline }),
      ...(requester.isMixed && { isMixed: true }),
    };
    const { run, created } = await context.runs.request(
      {
        kind: made.runKind,
        key,
        ...(requester.target && { target: requester.target.slice(0, 300) }),
        input: input as unknown as JsonObject,
        steps: made.steps,
        requestedBy: requester.name,
        ...(made.approval && { approval: made.approval }),
      },
      trx,
    );
    if (!created) return { known: run.id };
    const seq = await nextOf(trx, 'execution');
    const id = `RUN-${String(seq).padStart(4, '0')}`;
    const row: ExecutionRow = {
      id,
      seq,
      run_id: run.id,
      kind,
      state: made.approval ? 'waiting-approval' : 'running',
      title: program.title.slice(0, 300),
      runbook_ref: resolved.runbookRef ?? null,
      runbook_hash: resolved.runbookHash ?? null,
      action: resolved.action ?? null,
      entity_ref: entityRef ?? null,
      owner_ref: belonging?.ownerRef ?? null,
      system_ref: belonging?.systemRef ?? null,
      environment,
      incident_id: incidentId ?? null,
      policy_ref: requester.policyRef ?? null,
      attempt_id: requester.attemptId ?? null,
      experiment_ref: requester.experimentRef ?? null,
      requested_by: requester.name,
      operator: requester.name,
      reason: made.reason?.trim() ?? null,
      program: JSON.stringify(program satisfies Program),
      summary: JSON.stringify({
        said: made.approval
          ? say('run.waiting-approval', 'Waits for an approval.')
          : say('run.asked', 'Begins in a moment.'),
        steps: program.steps.length,
        ...(program.estimatedSeconds && {
          estimatedSeconds: program.estimatedSeconds,
        }),
        ...made.summary,
      } satisfies ExecutionSummary),
      plan: made.plan ? JSON.stringify(made.plan) : null,
      requested_at: context.now(),
      started_at: null,
      finished_at: null,
    };
    await trx('executions').insert(row);
    await context.announce(trx, row);
    return { id };
  };
  const found = within
    ? await insert(within)
    : await context.db.transaction(insert);
  if (found.id) return found.id;
  const [known] = await (within ?? context.db)<ExecutionRow>('executions')
    .where({ run_id: found.known })
    .pluck('id');
  return known;
}
