import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  executionApprovePermission,
  executionRunPermission,
  platformActPermission,
  runbookReadPermission,
  type AnswerRequest,
  type ControlRequest,
  type DecisionRequest,
  type ExecutionDetail,
  type ExecutionRequest,
  type May,
} from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { ListExecutionsRequest } from '../executions';
import type { CallOptions } from './CallOptions';
import { claimsOf, claimsOfAny } from './claimsOf';
import { isNamed, onlyNamed } from './mayOf';
import type { ExecutionsApi } from './ExecutionsApi';
import type { TargetAuthorizer } from './TargetAuthorizer';
import type { Visibility } from './targetRules';

/**
 * Lets through what the caller may see or do, by whose the entity is and in which environment. Only
 * people approve, and only those who are named where somebody is.
 */
export class AuthorizedExecutionsApi implements ExecutionsApi {
  private constructor(
    private readonly inner: ExecutionsApi,
    private readonly targets: TargetAuthorizer,
    private readonly userInfo: UserInfoService,
  ) {}

  static create(options: {
    inner: ExecutionsApi;
    targets: TargetAuthorizer;
    userInfo: UserInfoService;
  }): AuthorizedExecutionsApi {
    const { inner, targets, userInfo } = options;
    return new AuthorizedExecutionsApi(inner, targets, userInfo);
  }

  async plan(request: ExecutionRequest, options: CallOptions) {
    const { credentials } = options;
    const visible = await this.targets.narrow(
      runbookReadPermission,
      credentials,
    );
    await this.targets.mayDo(runbookReadPermission, credentials, () =>
      this.inner.locateRequest(request, visible),
    );
    return this.inner.plan(request, this.targets.telling(options));
  }

  async start(request: ExecutionRequest, options: CallOptions) {
    const permission = request.dryRun
      ? runbookReadPermission
      : executionRunPermission;
    const { credentials } = options;
    // Nobody runs what they may not read.
    const visible = await this.targets.narrow(
      runbookReadPermission,
      credentials,
    );
    const { isPlatform, ...target } = await this.inner.locateRequest(
      request,
      visible,
    );
    await this.targets.mayDo(permission, credentials, async () => target);
    if (isPlatform && !request.dryRun)
      await this.targets.may(platformActPermission, credentials);
    return this.naming(
      await this.inner.start(request, this.targets.telling(options)),
      options,
    );
  }

  async list(request: ListExecutionsRequest, options: CallOptions) {
    const visible = await this.targets.narrow(
      runbookReadPermission,
      options.credentials,
    );
    return this.inner.list(request, { ...options, visible });
  }

  async get(id: string, options: CallOptions) {
    await this.check(runbookReadPermission, id, options.credentials);
    return this.naming(
      await this.inner.get(id, this.targets.telling(options)),
      options,
    );
  }

  async journal(
    id: string,
    page: { after?: number; limit?: number },
    options: CallOptions,
  ) {
    await this.check(runbookReadPermission, id, options.credentials);
    return this.inner.journal(id, page, options);
  }

  async answer(id: string, request: AnswerRequest, options: CallOptions) {
    const { credentials } = options;
    const located = await this.inner.locate(id);
    const approvers = located?.stepApprovers[request.stepId];
    if (located && approvers) {
      await this.check(executionApprovePermission, id, credentials);
      await this.mayApprove(approvers, located, credentials);
    } else await this.check(executionRunPermission, id, credentials);
    return this.naming(
      await this.inner.answer(id, request, this.targets.telling(options)),
      options,
    );
  }

  async control(id: string, request: ControlRequest, options: CallOptions) {
    await this.check(executionRunPermission, id, options.credentials);
    return this.naming(
      await this.inner.control(id, request, this.targets.telling(options)),
      options,
    );
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    await this.check(executionApprovePermission, id, options.credentials);
    const located = await this.inner.locate(id);
    if (located)
      await this.mayApprove(located.approvers, located, options.credentials);
    return this.naming(
      await this.inner.decide(id, request, this.targets.telling(options)),
      options,
    );
  }

  async verifyLedger(options: CallOptions) {
    await this.targets.narrow(runbookReadPermission, options.credentials);
    return this.inner.verifyLedger(options);
  }

  locate(id: string) {
    return this.inner.locate(id);
  }

  locateRequest(request: ExecutionRequest, visible?: Visibility) {
    return this.inner.locateRequest(request, visible);
  }

  private check(
    permission: ResourcePermission,
    id: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    return this.targets.mayDo(permission, credentials, () =>
      this.inner.locate(id),
    );
  }

  /** Says of decisions whether they are the caller's. */
  private async naming(
    run: ExecutionDetail,
    { credentials }: CallOptions,
  ): Promise<ExecutionDetail> {
    const [claims, located] = await Promise.all([
      claimsOfAny(this.userInfo, credentials),
      this.inner.locate(run.id),
    ]);
    if (!located) return run;
    const { approvers, stepApprovers } = located;
    const isTheirs = (may: May, named: string[] = []) =>
      onlyNamed(may, approversOf(named, located), claims);
    return {
      ...run,
      may: { ...run.may, decide: isTheirs(run.may.decide, approvers) },
      runSteps: run.runSteps.map(step =>
        step.asks?.kind === 'approval'
          ? {
              ...step,
              asks: {
                ...step.asks,
                may: isTheirs(step.asks.may, stepApprovers[step.id]),
              },
            }
          : step,
      ),
    };
  }

  private async mayApprove(
    named: string[],
    located: EntityResource,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const claims = await claimsOf(this.userInfo, credentials);
    const approvers = approversOf(named, located);
    if (!isNamed(approvers, claims))
      throw new NotAllowedError(
        `Only ${approvers.join(', ')} may approve this`,
      );
  }
}

/** Those who are named, or else whose it is. */
function approversOf(
  named: string[],
  { ownerRef }: Pick<EntityResource, 'ownerRef'>,
): string[] {
  if (named.length) return named;
  return ownerRef ? [ownerRef] : [];
}
