import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  changeReadPermission,
  rollbackApplyPermission,
  rollbackApprovePermission,
  type DecisionRequest,
  type PlanRequest,
  type RollbackDetail,
  type RollbackRequest,
} from '@ghostlight/plugin-delivery-common';
import { callerOf, readEntityRef } from '@ghostlight/reliability-node';
import type { ListRollbacksRequest } from '../rollbacks';
import type { CallOptions } from './CallOptions';
import { mayOf } from './mayOf';
import type { ReleaseAuthorizer } from './ReleaseAuthorizer';
import type { RollbacksApi } from './RollbacksApi';

/**
 * Lets through what the caller may see or do: plans and rollbacks by whose the entity is and in which
 * environment. Whoever may see a plan is told whether they may apply it, and who may.
 */
export class AuthorizedRollbacksApi implements RollbacksApi {
  private constructor(
    private readonly inner: RollbacksApi,
    private readonly releases: ReleaseAuthorizer,
  ) {}

  static create(options: {
    inner: RollbacksApi;
    releases: ReleaseAuthorizer;
  }): AuthorizedRollbacksApi {
    return new AuthorizedRollbacksApi(options.inner, options.releases);
  }

  async plan(request: PlanRequest, options: CallOptions) {
    const entityRef = readEntityRef(
      'entityRef',
      request.entityRef,
      'component',
    );
    const resource = this.inner.locateEntity(
      entityRef,
      request.environment ?? 'production',
    );
    await this.releases.mayDo(
      changeReadPermission,
      options.credentials,
      async () => [resource],
    );
    return this.inner.plan(request, this.telling(options));
  }

  async getPlan(id: string, options: CallOptions) {
    await this.check(changeReadPermission, 'plan', id, options);
    return this.inner.getPlan(id, this.telling(options));
  }

  async request(request: RollbackRequest, options: CallOptions) {
    const permission = request.dryRun
      ? changeReadPermission
      : rollbackApplyPermission;
    await this.check(permission, 'plan', request.planId, options);
    return this.told(
      await this.inner.request(request, this.telling(options)),
      options.credentials,
    );
  }

  async list(request: ListRollbacksRequest, options: CallOptions) {
    const visible = await this.releases.narrow(
      changeReadPermission,
      options.credentials,
    );
    return this.inner.list(request, { ...options, visible });
  }

  async get(id: string, options: CallOptions) {
    await this.check(changeReadPermission, 'rollback', id, options);
    return this.told(
      await this.inner.get(id, this.telling(options)),
      options.credentials,
    );
  }

  async journal(id: string, after: number | undefined, options: CallOptions) {
    await this.check(changeReadPermission, 'rollback', id, options);
    return this.inner.journal(id, after, options);
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    await this.check(rollbackApprovePermission, 'rollback', id, options);
    return this.told(
      await this.inner.decide(id, request, this.telling(options)),
      options.credentials,
    );
  }

  async cancel(id: string, reason: string, options: CallOptions) {
    await this.check(rollbackApplyPermission, 'rollback', id, options);
    return this.told(
      await this.inner.cancel(id, reason, this.telling(options)),
      options.credentials,
    );
  }

  async verifyLedger(options: CallOptions) {
    await this.releases.narrow(changeReadPermission, options.credentials);
    return this.inner.verifyLedger(options);
  }

  locate(of: 'rollback' | 'plan', id: string) {
    return this.inner.locate(of, id);
  }

  locateEntity(entityRef: string, environment: string) {
    return this.inner.locateEntity(entityRef, environment);
  }

  private check(
    permission: ResourcePermission,
    of: 'rollback' | 'plan',
    id: string,
    { credentials }: CallOptions,
  ): Promise<void> {
    return this.releases.mayDo(permission, credentials, async () => [
      await this.inner.locate(of, id),
    ]);
  }

  private telling(options: CallOptions): CallOptions {
    return {
      ...options,
      mayApply: resources =>
        this.releases.mayAll(
          rollbackApplyPermission,
          options.credentials,
          resources,
        ),
    };
  }

  /** Says who may agree to it or stop it. Whoever asked may not agree. */
  private async told(
    detail: RollbackDetail,
    credentials: BackstageCredentials,
  ): Promise<RollbackDetail> {
    const resource = this.inner.locateEntity(
      detail.entityRef,
      detail.environment,
    );
    const [[approve], [cancel]] = await Promise.all([
      this.releases.mayAll(rollbackApprovePermission, credentials, [resource]),
      this.releases.mayAll(rollbackApplyPermission, credentials, [resource]),
    ]);
    const isRequester = callerOf(credentials) === detail.requestedBy;
    return {
      ...detail,
      may: {
        approve: isRequester ? mayOf(false, resource, 'requester') : approve,
        cancel,
      },
    };
  }
}
