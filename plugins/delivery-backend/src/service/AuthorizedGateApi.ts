import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  changeReadPermission,
  changeWritePermission,
  freezeManagePermission,
  gateOverridePermission,
  releaseApprovePermission,
  type EvaluationRequest,
  type FreezeRequest,
  type OverrideRequest,
  type ReleaseApprovalRequest,
} from '@ghostlight/plugin-delivery-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { CallOptions } from './CallOptions';
import type {
  ApprovalsRequest,
  GateApi,
  GateRequest,
  OverridesRequest,
} from './GateApi';
import type { ReleaseAuthorizer } from './ReleaseAuthorizer';
import type { ReleaseResource } from './releaseRules';

const production = 'production';

/** Lets through what the caller may see or decide, by whose the entity is and in which environment. */
export class AuthorizedGateApi implements GateApi {
  private constructor(
    private readonly inner: GateApi,
    private readonly releases: ReleaseAuthorizer,
    private readonly resourceOf: (
      entityRef: string,
      environment: string,
    ) => ReleaseResource,
  ) {}

  static create(options: {
    inner: GateApi;
    releases: ReleaseAuthorizer;
    resourceOf: (entityRef: string, environment: string) => ReleaseResource;
  }): AuthorizedGateApi {
    const { inner, releases, resourceOf } = options;
    return new AuthorizedGateApi(inner, releases, resourceOf);
  }

  async judge(request: GateRequest, options: CallOptions) {
    await this.check(changeReadPermission, request, options);
    return this.inner.judge(request, options);
  }

  keys() {
    return this.inner.keys();
  }

  async listOverrides(request: OverridesRequest, options: CallOptions) {
    const { credentials } = options;
    // A list of the whole organisation is for those who may see all of it.
    await this.releases.narrow(changeReadPermission, credentials);
    const overrides = await this.inner.listOverrides(request, options);
    const may = await this.releases.mayAll(
      changeReadPermission,
      credentials,
      overrides.map(({ entityRef, environment }) =>
        this.resourceOf(entityRef, environment),
      ),
    );
    return overrides.filter((_, index) => may[index].allowed);
  }

  async override(request: OverrideRequest, options: CallOptions) {
    await this.check(gateOverridePermission, request, options);
    return this.inner.override(request, options);
  }

  async revokeOverride(id: string, options: CallOptions) {
    const place = await this.inner.locate('override', id);
    await this.check(gateOverridePermission, place, options);
    return this.inner.revokeOverride(id, options);
  }

  async listApprovals(request: ApprovalsRequest, options: CallOptions) {
    await this.check(changeReadPermission, request, options);
    return this.inner.listApprovals(request, options);
  }

  async approve(request: ReleaseApprovalRequest, options: CallOptions) {
    await this.check(releaseApprovePermission, request, options);
    return this.inner.approve(request, options);
  }

  async revokeApproval(id: string, options: CallOptions) {
    const place = await this.inner.locate('approval', id);
    await this.check(releaseApprovePermission, place, options);
    return this.inner.revokeApproval(id, options);
  }

  async listEvaluations(
    entityRef: string,
    limit: number | undefined,
    options: CallOptions,
  ) {
    await this.check(changeReadPermission, { entityRef }, options);
    return this.inner.listEvaluations(entityRef, limit, options);
  }

  async recordEvaluation(request: EvaluationRequest, options: CallOptions) {
    await this.releases.may(changeWritePermission, options.credentials);
    return this.inner.recordEvaluation(request, options);
  }

  async listFreezes(
    request: { from?: string; to?: string },
    options: CallOptions,
  ) {
    await this.releases.narrow(changeReadPermission, options.credentials);
    return this.inner.listFreezes(request, options);
  }

  async planFreeze(request: FreezeRequest, options: CallOptions) {
    await this.releases.may(freezeManagePermission, options.credentials);
    return this.inner.planFreeze(request, options);
  }

  async endFreeze(id: string, options: CallOptions) {
    await this.releases.may(freezeManagePermission, options.credentials);
    return this.inner.endFreeze(id, options);
  }

  locate(of: 'override' | 'approval', id: string) {
    return this.inner.locate(of, id);
  }

  private check(
    permission: ResourcePermission,
    place: { entityRef: string; environment?: string },
    { credentials }: CallOptions,
  ): Promise<void> {
    const { entityRef, environment = production } = place;
    const ref = readEntityRef('entityRef', entityRef, 'component');
    return this.releases.mayDo(permission, credentials, async () => [
      this.resourceOf(ref, environment),
    ]);
  }
}
