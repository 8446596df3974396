import { NotFoundError } from '@backstage/errors';
import type {
  DecisionRequest,
  PlanRequest,
  RollbackDetail,
  RollbackPlan,
  RollbackRequest,
} from '@ghostlight/plugin-delivery-common';
import { callerOf } from '@ghostlight/reliability-node';
import {
  describeDetail,
  describeJournal,
  listRollbacks,
  planRollback,
  readPlan,
  requestRollback,
  takeBackOf,
  type BarePlan,
  type ListRollbacksRequest,
  type RollbackContext,
  type RollbackRow,
  type TakenBack,
} from '../rollbacks';
import type { CallOptions } from './CallOptions';
import { anybody } from './mayOf';
import type { ReleaseResource } from './releaseRules';
import type { RollbacksApi } from './RollbacksApi';

/** Whose an entity is, as the catalog has it now. */
export type OwnershipOf = (entityRef: string) => {
  ownerRef?: string;
  systemRef?: string;
};

export class DefaultRollbacksApi implements RollbacksApi {
  private constructor(
    private readonly context: RollbackContext,
    private readonly ownershipOf: OwnershipOf,
  ) {}

  static create(options: {
    context: RollbackContext;
    ownershipOf: OwnershipOf;
  }): DefaultRollbacksApi {
    return new DefaultRollbacksApi(options.context, options.ownershipOf);
  }

  async plan(
    request: PlanRequest,
    options: CallOptions,
  ): Promise<RollbackPlan> {
    const { credentials } = options;
    const plan = await planRollback(this.context, request, {
      credentials,
      name: callerOf(credentials),
    });
    return this.withMay(plan, options);
  }

  async getPlan(id: string, options: CallOptions): Promise<RollbackPlan> {
    const { plan } = await readPlan(this.context.db, id);
    return this.withMay(plan, options);
  }

  async request(
    request: RollbackRequest,
    options: CallOptions,
  ): Promise<RollbackDetail> {
    const { plan } = await readPlan(this.context.db, request.planId);
    const id = await requestRollback(this.context, request, {
      name: callerOf(options.credentials),
      credentials: options.credentials,
      ...this.ownershipOf(plan.entityRef),
    });
    return this.get(id, options);
  }

  list(request: ListRollbacksRequest, { visible }: CallOptions) {
    return listRollbacks(this.context.db, request, visible);
  }

  async get(id: string, options: CallOptions): Promise<RollbackDetail> {
    const { db, runs, verification } = this.context;
    const row = await this.row(id);
    const [{ plan }, run, ledger, made] = await Promise.all([
      readPlan(db, row.plan_id),
      runs.get(row.run_id),
      runs.ledger(row.run_id),
      db('deployments').where({ rollback_id: row.id }).select('id').first(),
    ]);
    const { runId } = (takeBackOf(run)?.result ?? {}) as TakenBack;
    const [shown, back, backLedger] = await Promise.all([
      this.withMay(plan, options),
      runId === undefined ? undefined : runs.get(runId),
      runId === undefined ? [] : runs.ledger(runId),
    ]);
    const detail = describeDetail({
      row,
      run,
      back,
      plan,
      ledger: [...ledger, ...backLedger],
      deploymentId: made?.id,
      verification,
    });
    return {
      ...detail,
      plan: shown,
      may: { approve: shown.may, cancel: shown.may },
    };
  }

  async journal(id: string, after: number | undefined) {
    const { run_id: runId } = await this.row(id);
    const entries = await this.context.runs.journal(runId, after);
    return entries.map(describeJournal);
  }

  async decide(
    id: string,
    { approve, comment }: DecisionRequest,
    options: CallOptions,
  ): Promise<RollbackDetail> {
    const { run_id: runId } = await this.row(id);
    const by = callerOf(options.credentials);
    await this.context.runs.decide(runId, { approve, by, comment });
    return this.get(id, options);
  }

  async cancel(
    id: string,
    reason: string,
    options: CallOptions,
  ): Promise<RollbackDetail> {
    const { run_id: runId } = await this.row(id);
    const by = callerOf(options.credentials);
    await this.context.runs.cancel(runId, by, reason);
    return this.get(id, options);
  }

  verifyLedger() {
    return this.context.runs.verifyLedger();
  }

  async locate(
    of: 'rollback' | 'plan',
    id: string,
  ): Promise<ReleaseResource | undefined> {
    const table = of === 'plan' ? 'plans' : 'rollbacks';
    const row = await this.context
      .db(table)
      .where({ id })
      .select('entity_ref', 'environment')
      .first();
    return row && this.locateEntity(row.entity_ref, row.environment);
  }

  locateEntity(entityRef: string, environment: string): ReleaseResource {
    return { entityRef, environment, ...this.ownershipOf(entityRef) };
  }

  private async withMay(
    plan: BarePlan,
    { mayApply }: CallOptions,
  ): Promise<RollbackPlan> {
    const resource = this.locateEntity(plan.entityRef, plan.environment);
    const [may] = (await mayApply?.([resource])) ?? [anybody];
    return { ...plan, may };
  }

  private async row(id: string): Promise<RollbackRow> {
    const row = await this.context
      .db<RollbackRow>('rollbacks')
      .where({ id })
      .first();
    if (!row) throw new NotFoundError(`No rollback '${id.slice(0, 60)}'`);
    return row;
  }
}
