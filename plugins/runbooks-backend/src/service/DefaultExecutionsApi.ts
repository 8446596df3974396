import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  executionApprovePermission,
  executionRunPermission,
  type AnswerRequest,
  type ControlRequest,
  type DecisionRequest,
  type ExecutionDetail,
  type ExecutionPlan,
  type ExecutionRequest,
} from '@ghostlight/plugin-runbooks-common';
import { callerOf, type Run } from '@ghostlight/reliability-node';
import {
  describeApproval,
  describeExecution,
  describeJournal,
  describeLedger,
  describeSteps,
  engineIdsOf,
  inputOf,
  listExecutions,
  planExecution,
  reachesAnything,
  resolveRequest,
  startExecution,
  type ApprovalPolicy,
  type ExecutionContext,
  type ExecutionRow,
  type ExecutionSummary,
  type ListExecutionsRequest,
  type Program,
} from '../executions';
import type { CallOptions } from './CallOptions';
import type { ExecutionsApi, LocatedExecution } from './ExecutionsApi';
import { anybody, notRequester } from './mayOf';
import type { Visibility } from './targetRules';

export class DefaultExecutionsApi implements ExecutionsApi {
  private constructor(
    private readonly context: ExecutionContext,
    private readonly policy: ApprovalPolicy,
  ) {}

  static create(options: {
    context: ExecutionContext;
    policy: ApprovalPolicy;
  }): DefaultExecutionsApi {
    return new DefaultExecutionsApi(options.context, options.policy);
  }

  async plan(request: ExecutionRequest, options: CallOptions) {
    const by = callerOf(options.credentials);
    const plan = await planExecution(this.context, this.policy, request, by);
    const { entityRef, environment } = plan;
    const resource = { environment, ...this.belongingOf(entityRef) };
    const [may = anybody] =
      (await options.may?.(executionRunPermission, [resource])) ?? [];
    return { ...plan, may };
  }

  async start(request: ExecutionRequest, options: CallOptions) {
    const name = callerOf(options.credentials);
    const id = await startExecution(this.context, this.policy, request, {
      name,
    });
    return this.get(id, options);
  }

  list(request: ListExecutionsRequest, { visible }: CallOptions) {
    return listExecutions(this.context.db, request, visible);
  }

  async get(id: string, options: CallOptions): Promise<ExecutionDetail> {
    const row = await this.row(id);
    const { runs, secrets } = this.context;
    const [run, ledger, approvers] = await Promise.all([
      runs.get(row.run_id),
      runs.ledger(row.run_id),
      this.approversOf(row),
    ]);
    const program: Program = JSON.parse(row.program);
    const summary: ExecutionSummary = JSON.parse(row.summary);
    const resource = {
      environment: row.environment,
      ...this.belongingOf(row.entity_ref),
    };
    const isRequester = callerOf(options.credentials) === row.requested_by;
    const [control = anybody] =
      (await options.may?.(executionRunPermission, [resource])) ?? [];
    const [approve = anybody] =
      (await options.may?.(executionApprovePermission, [resource])) ?? [];
    const decide = notRequester(
      approvers.length ? { ...approve, who: approvers } : approve,
      isRequester,
    );
    const approval = describeApproval(run, approvers);
    const { inputs, secrets: hidden } = inputOf(run);
    const shown: JsonObject = secrets.redactAll({ ...inputs });
    for (const name of hidden) shown[name] = '***';
    return {
      ...describeExecution(row),
      inputs: shown,
      runSteps: describeSteps(program, run).map(step =>
        step.asks
          ? {
              ...step,
              asks: {
                ...step.asks,
                may: step.asks.kind === 'approval' ? decide : control,
              },
            }
          : step,
      ),
      ...(approval && { approval }),
      ...(row.plan && { plan: JSON.parse(row.plan) as ExecutionPlan }),
      ledger: ledger.map(describeLedger),
      ...(summary.rehearsal && { rehearsal: summary.rehearsal }),
      ...(summary.experiment && { experiment: summary.experiment }),
      ...(row.runbook_hash && { runbookHash: row.runbook_hash }),
      may: { control, decide, answer: control },
    };
  }

  async journal(id: string, page: { after?: number; limit?: number }) {
    const row = await this.row(id);
    const { runs } = this.context;
    const entries = await runs.journal(row.run_id, page.after, page.limit);
    return entries.map(describeJournal);
  }

  async answer(id: string, request: AnswerRequest, options: CallOptions) {
    const row = await this.row(id);
    const { stepId, ...answer } = request;
    await this.context.runs.answer(row.run_id, stepId, {
      by: callerOf(options.credentials),
      answer,
      ...(answer.notes && { comment: answer.notes.slice(0, 2_000) }),
    });
    return this.get(id, options);
  }

  async control(id: string, request: ControlRequest, options: CallOptions) {
    const row = await this.row(id);
    const by = callerOf(options.credentials);
    const { runs, db } = this.context;
    const { action } = request;
    if (row.kind === 'experiment' && action === 'skip')
      throw new ConflictError(
        'An experiment is stopped as a whole: cancel it, and what it did is taken back',
      );
    const reason = () => {
      const text = request.reason?.trim();
      if (text) return text;
      throw new InputError('reason: say in a few words why, for the record');
    };
    if (action === 'pause') await runs.pause(row.run_id, by);
    else if (action === 'resume') await runs.resume(row.run_id, by);
    else if (action === 'cancel') await runs.cancel(row.run_id, by, reason());
    else if (action === 'skip') {
      const text = reason();
      const run = await runs.get(row.run_id);
      const { stepId } = request;
      const ids = stepId ? unbegunOf(run, stepId) : [];
      if (!ids.length)
        throw new InputError(
          'stepId: no step of that id is left to be skipped',
        );
      // All parts of what is one step to people; the act first, so that nothing of it can begin.
      for (const part of ids) await runs.skip(run.id, part, by, text);
    } else
      await db.transaction(async trx => {
        await trx('executions').where({ id }).update({ operator: by });
        await runs.note(
          row.run_id,
          {
            event: 'taken-over',
            by,
            text: request.reason,
            data: { from: row.operator },
          },
          trx,
        );
      });
    return this.get(id, options);
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    const row = await this.row(id);
    const { approve, comment } = request;
    const by = callerOf(options.credentials);
    await this.context.runs.decide(row.run_id, { approve, by, comment });
    return this.get(id, options);
  }

  verifyLedger() {
    return this.context.runs.verifyLedger();
  }

  async locate(id: string): Promise<LocatedExecution | undefined> {
    const row = await this.context
      .db<ExecutionRow>('executions')
      .where({ id })
      .first();
    if (!row) return undefined;
    const { steps }: Program = JSON.parse(row.program);
    const { approvers = [] }: ExecutionSummary = JSON.parse(row.summary);
    return {
      environment: row.environment,
      ...this.belongingOf(row.entity_ref),
      approvers,
      stepApprovers: Object.fromEntries(
        steps.flatMap(({ id: stepId, kind, approvers: named = [] }) =>
          kind === 'approval' ? [[stepId, named]] : [],
        ),
      ),
    };
  }

  async locateRequest(request: ExecutionRequest, visible?: Visibility) {
    const resolved = await resolveRequest(
      this.context,
      request,
      false,
      visible,
    );
    return {
      environment: resolved.environment,
      ...this.belongingOf(resolved.entityRef),
      isPlatform: reachesAnything(this.context.actions, resolved),
    };
  }

  private belongingOf(entityRef: string | null | undefined) {
    if (!entityRef) return {};
    const { ownerRef, systemRef } = this.context.belongingOf(entityRef) ?? {};
    return { entityRef, ownerRef, systemRef };
  }

  private async approversOf(row: ExecutionRow): Promise<string[]> {
    const { approvers = [] }: ExecutionSummary = JSON.parse(row.summary);
    return approvers.length || !row.owner_ref ? approvers : [row.owner_ref];
  }

  private async row(id: string): Promise<ExecutionRow> {
    const row = await this.context
      .db<ExecutionRow>('executions')
      .where({ id })
      .first();
    if (!row) throw new NotFoundError(`No run '${id.slice(0, 60)}'`);
    return row;
  }
}

/** Parts of a step that can still be left out; the last first. */
function unbegunOf(run: Run, stepId: string): string[] {
  const parts = engineIdsOf(stepId);
  return run.steps
    .filter(
      ({ id, state }) =>
        parts.includes(id) && (state === 'pending' || state === 'waiting'),
    )
    .map(({ id }) => id)
    .reverse();
}
