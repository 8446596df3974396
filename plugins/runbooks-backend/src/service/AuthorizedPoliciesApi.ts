import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  executionApprovePermission,
  platformActPermission,
  remediationProposePermission,
  remediationStopPermission,
  remediationSwitchPermission,
  runbookReadPermission,
  type AttemptDetail,
  type DecisionRequest,
  type ProposalRequest,
  type SwitchRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { ListApprovalsRequest } from '../approvals';
import type { ListPoliciesRequest, MetricsRequest } from '../policies';
import type { ListAttemptsRequest } from '../remediation';
import { everything } from '../switches';
import type { CallOptions } from './CallOptions';
import { claimsOf, claimsOfAny } from './claimsOf';
import { isNamed, mayOf, onlyNamed } from './mayOf';
import type { PoliciesApi } from './PoliciesApi';
import type { TargetAuthorizer } from './TargetAuthorizer';
import type { Visibility } from './targetRules';

/**
 * Lets through what the caller may see or do. Only people decide, and only those who are named where
 * somebody is.
 */
export class AuthorizedPoliciesApi implements PoliciesApi {
  private constructor(
    private readonly inner: PoliciesApi,
    private readonly targets: TargetAuthorizer,
    private readonly userInfo: UserInfoService,
  ) {}

  static create(options: {
    inner: PoliciesApi;
    targets: TargetAuthorizer;
    userInfo: UserInfoService;
  }): AuthorizedPoliciesApi {
    const { inner, targets, userInfo } = options;
    return new AuthorizedPoliciesApi(inner, targets, userInfo);
  }

  async list(request: ListPoliciesRequest, options: CallOptions) {
    return this.inner.list(request, await this.seeing(options));
  }

  async get(ref: string, options: CallOptions) {
    return this.inner.get(ref, await this.seeing(options));
  }

  async attempts(request: ListAttemptsRequest, options: CallOptions) {
    return this.inner.attempts(request, await this.seeing(options));
  }

  async attempt(id: string, options: CallOptions) {
    await this.targets.mayDo(runbookReadPermission, options.credentials, () =>
      this.inner.locate(id),
    );
    return this.naming(
      await this.inner.attempt(id, this.targets.telling(options)),
      options,
    );
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    const { credentials } = options;
    await this.targets.mayDo(executionApprovePermission, credentials, () =>
      this.inner.locate(id),
    );
    const located = await this.inner.locate(id);
    if (located) await this.mayApprove(located.approvers, credentials);
    return this.naming(
      await this.inner.decide(id, request, this.targets.telling(options)),
      options,
    );
  }

  async propose(request: ProposalRequest, options: CallOptions) {
    await this.targets.mayDo(
      remediationProposePermission,
      options.credentials,
      async () =>
        this.inner.locateEntity(request.entityRef, request.environment),
    );
    const { visible } = await this.seeing(options);
    if (await this.inner.isPlatform(request, visible))
      await this.targets.may(platformActPermission, options.credentials);
    return this.naming(
      await this.inner.propose(request, this.targets.telling(options)),
      options,
    );
  }

  async switches(options: CallOptions) {
    const switches = await this.inner.switches(await this.seeing(options));
    const allowed = await this.targets.has(
      remediationStopPermission,
      options.credentials,
    );
    return switches.map(one =>
      one.scope === everything ? { ...one, may: mayOf(allowed, {}) } : one,
    );
  }

  async setSwitch(request: SwitchRequest, options: CallOptions) {
    const { credentials } = options;
    if (request.scope === everything)
      await this.targets.may(remediationStopPermission, credentials);
    else
      await this.targets.mayDo(remediationSwitchPermission, credentials, () =>
        this.inner.locateDocument(request.scope),
      );
    return this.inner.setSwitch(request, options);
  }

  async metrics(request: MetricsRequest, options: CallOptions) {
    return this.inner.metrics(request, await this.seeing(options));
  }

  async approvals(request: ListApprovalsRequest, options: CallOptions) {
    const page = await this.inner.approvals(
      { ...request, mine: false },
      await this.seeing(options),
    );
    const claims = await claimsOfAny(this.userInfo, options.credentials);
    const items = page.items.map(item => ({
      ...item,
      may: onlyNamed(item.may, item.approvers, claims),
    }));
    const mine = items.filter(({ may }) => may.allowed);
    return { items: request.mine ? mine : items, mine: mine.length };
  }

  locate(id: string) {
    return this.inner.locate(id);
  }

  isPlatform(request: ProposalRequest, visible?: Visibility) {
    return this.inner.isPlatform(request, visible);
  }

  locateDocument(ref: string) {
    return this.inner.locateDocument(ref);
  }

  locateEntity(entityRef: string, environment?: string) {
    return this.inner.locateEntity(entityRef, environment);
  }

  private async seeing(options: CallOptions): Promise<CallOptions> {
    const visible = await this.targets.narrow(
      runbookReadPermission,
      options.credentials,
    );
    return this.targets.telling({ ...options, visible });
  }

  /** Says of a decision whether it is the caller's. */
  private async naming(
    attempt: AttemptDetail,
    { credentials }: CallOptions,
  ): Promise<AttemptDetail> {
    const [claims, located] = await Promise.all([
      claimsOfAny(this.userInfo, credentials),
      this.inner.locate(attempt.id),
    ]);
    const { decide } = attempt.may;
    return {
      ...attempt,
      may: { decide: onlyNamed(decide, located?.approvers ?? [], claims) },
    };
  }

  private async mayApprove(
    approvers: string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const claims = await claimsOf(this.userInfo, credentials);
    if (!isNamed(approvers, claims))
      throw new NotAllowedError(
        `Only ${approvers.join(', ')} may approve this`,
      );
  }
}
