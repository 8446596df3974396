import { NotFoundError } from '@backstage/errors';
import {
  executionApprovePermission,
  remediationSwitchPermission,
  type ApprovalItem,
  type DecisionRequest,
  type ProposalRequest,
  type SwitchRequest,
} from '@ghostlight/plugin-runbooks-common';
import { callerOf, readEntityRef } from '@ghostlight/reliability-node';
import { reachesAnything, resolveRequest } from '../executions';
import { listApprovals, type ListApprovalsRequest } from '../approvals';
import { ownersOf } from '../documents';
import {
  listPolicies,
  readPolicy,
  readRemediationMetrics,
  type ListPoliciesRequest,
  type MetricsRequest,
} from '../policies';
import {
  decideAttempt,
  describeAttemptDetail,
  listAttempts,
  proposeByHand,
  readAttempt,
  type AttemptDetails,
  type ListAttemptsRequest,
  type RemediationContext,
} from '../remediation';
import { listSwitches, setSwitch } from '../switches';
import type { CallOptions } from './CallOptions';
import { anybody, notRequester } from './mayOf';
import type { LocatedAttempt, PoliciesApi } from './PoliciesApi';
import type { Visibility } from './targetRules';

const production = 'production';

export class DefaultPoliciesApi implements PoliciesApi {
  private constructor(private readonly context: RemediationContext) {}

  static create(options: { context: RemediationContext }): DefaultPoliciesApi {
    return new DefaultPoliciesApi(options.context);
  }

  async list(request: ListPoliciesRequest, { visible, may }: CallOptions) {
    const page = await listPolicies(this.context, request, visible);
    const mays = await may?.(
      remediationSwitchPermission,
      page.items.map(({ owner }) => ({
        ownerRef: owner,
        environment: production,
      })),
    );
    return {
      ...page,
      items: page.items.map((policy, index) => ({
        ...policy,
        may: { switch: mays?.[index] ?? anybody },
      })),
    };
  }

  async get(ref: string, { may, visible }: CallOptions) {
    const policy = await readPolicy(this.context, ref, visible);
    const [allowed = anybody] =
      (await may?.(remediationSwitchPermission, [
        { ownerRef: policy.owner, environment: production },
      ])) ?? [];
    return { ...policy, may: { switch: allowed } };
  }

  attempts(request: ListAttemptsRequest, { visible }: CallOptions) {
    return listAttempts(this.context.db, request, visible);
  }

  async attempt(id: string, { may, credentials }: CallOptions) {
    const row = await readAttempt(this.context.db, id);
    if (!row) throw new NotFoundError(`No attempt '${id.slice(0, 60)}'`);
    const { approvers }: AttemptDetails = JSON.parse(row.details);
    const [allowed = anybody] =
      (await may?.(executionApprovePermission, [
        this.locateEntity(row.entity_ref, row.environment),
      ])) ?? [];
    const decide = notRequester(
      approvers.length ? { ...allowed, who: approvers } : allowed,
      callerOf(credentials) === row.proposed_by,
    );
    return { ...describeAttemptDetail(row), may: { decide } };
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    const by = callerOf(options.credentials);
    await decideAttempt(this.context, id, request, by);
    return this.attempt(id, options);
  }

  async propose(request: ProposalRequest, options: CallOptions) {
    const by = callerOf(options.credentials);
    const id = await proposeByHand(this.context, request, by);
    return this.attempt(id, options);
  }

  async switches({ visible, may }: CallOptions) {
    const { db } = this.context;
    const found = await listSwitches(db, visible);
    const owners = await ownersOf(
      db,
      found.map(({ scope }) => scope),
    );
    const mays = await may?.(
      remediationSwitchPermission,
      found.map(
        ({ scope }) => owners.get(scope) ?? { environment: production },
      ),
    );
    return found.map((one, index) => ({
      ...one,
      may: mays?.[index] ?? anybody,
    }));
  }

  async setSwitch({ scope, on, reason }: SwitchRequest, options: CallOptions) {
    const by = callerOf(options.credentials);
    const { db, now, changed } = this.context;
    const set = await setSwitch(db, { scope, on, reason, by, at: now() });
    changed(['switches', scope]);
    return set;
  }

  metrics(request: MetricsRequest, { visible }: CallOptions) {
    const { db, now } = this.context;
    return readRemediationMetrics(db, request, visible, now());
  }

  async approvals(request: ListApprovalsRequest, options: CallOptions) {
    const found = await listApprovals(
      this.context.db,
      request,
      options.visible,
    );
    const mays = await options.may?.(
      executionApprovePermission,
      found.map(({ item, ownerRef, systemRef }) => ({
        entityRef: item.entityRef,
        environment: item.environment,
        ownerRef,
        systemRef,
      })),
    );
    const by = callerOf(options.credentials);
    const items: ApprovalItem[] = found.map(({ item }, index) => ({
      ...item,
      may: notRequester(
        { ...(mays?.[index] ?? anybody), who: item.approvers },
        item.requestedBy === by,
      ),
    }));
    const mine = items.filter(({ may }) => may.allowed);
    return { items: request.mine ? mine : items, mine: mine.length };
  }

  async locate(id: string): Promise<LocatedAttempt | undefined> {
    const row = await readAttempt(this.context.db, id);
    if (!row) return undefined;
    const { approvers }: AttemptDetails = JSON.parse(row.details);
    return {
      ...this.locateEntity(row.entity_ref, row.environment),
      approvers,
    };
  }

  async locateDocument(ref: string) {
    const row = await this.context
      .db('documents')
      .where({ ref })
      .first('owner_ref', 'system_ref');
    return (
      row && {
        ownerRef: row.owner_ref ?? undefined,
        systemRef: row.system_ref ?? undefined,
        environment: production,
      }
    );
  }

  locateEntity(given: string, environment: string = production) {
    const entityRef = readEntityRef('entityRef', given);
    const { ownerRef, systemRef } = this.context.belongingOf(entityRef) ?? {};
    return { entityRef, environment, ownerRef, systemRef };
  }

  async isPlatform(request: ProposalRequest, visible?: Visibility) {
    const { reason: _r, evidence: _e, ...asked } = request;
    const resolved = await resolveRequest(this.context, asked, false, visible);
    return reachesAnything(this.context.actions, resolved);
  }
}
