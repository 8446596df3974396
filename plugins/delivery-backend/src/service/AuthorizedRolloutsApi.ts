import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  changeReadPermission,
  rollbackApplyPermission,
  rollbackApprovePermission,
  rolloutApplyPermission,
  type DecisionRequest,
  type Rollout,
  type RolloutActionRequest,
  type RolloutRequest,
} from '@ghostlight/plugin-delivery-common';
import { callerOf, readEntityRef } from '@ghostlight/reliability-node';
import type { DoraRequest } from '../dora';
import type { CallOptions } from './CallOptions';
import { mayOf } from './mayOf';
import type { ReleaseAuthorizer } from './ReleaseAuthorizer';
import type { ReleaseResource } from './releaseRules';
import type {
  ListRolloutsRequest,
  ListWatchesRequest,
  RolloutsApi,
} from './RolloutsApi';

/** Where something belongs; undefined when there is none. */
export interface Locate {
  rollout(id: string): Promise<ReleaseResource | undefined>;
  watch(id: string): Promise<ReleaseResource | undefined>;
  entity(entityRef: string, environment: string): ReleaseResource;
}

/** Lets through what the caller may see or drive, by whose the entity is and in which environment. */
export class AuthorizedRolloutsApi implements RolloutsApi {
  private constructor(
    private readonly inner: RolloutsApi,
    private readonly releases: ReleaseAuthorizer,
    private readonly locate: Locate,
  ) {}

  static create(options: {
    inner: RolloutsApi;
    releases: ReleaseAuthorizer;
    locate: Locate;
  }): AuthorizedRolloutsApi {
    const { inner, releases, locate } = options;
    return new AuthorizedRolloutsApi(inner, releases, locate);
  }

  async list(request: ListRolloutsRequest, options: CallOptions) {
    const narrowed = await this.narrowed(options);
    return this.inner.list(request, this.telling(narrowed));
  }

  async start(
    request: RolloutRequest & { idempotencyKey?: string },
    options: CallOptions,
  ) {
    const { entityRef, environment = 'production' } = request;
    const ref = readEntityRef('entityRef', entityRef, 'component');
    await this.check(rolloutApplyPermission, options, async () =>
      this.locate.entity(ref, environment),
    );
    return this.told(
      await this.inner.start(request, this.telling(options)),
      options,
    );
  }

  async get(id: string, options: CallOptions) {
    await this.check(changeReadPermission, options, () =>
      this.locate.rollout(id),
    );
    return this.told(await this.inner.get(id, this.telling(options)), options);
  }

  async act(id: string, request: RolloutActionRequest, options: CallOptions) {
    await this.check(rolloutApplyPermission, options, () =>
      this.locate.rollout(id),
    );
    return this.told(
      await this.inner.act(id, request, this.telling(options)),
      options,
    );
  }

  async decide(id: string, request: DecisionRequest, options: CallOptions) {
    await this.check(rollbackApprovePermission, options, () =>
      this.locate.rollout(id),
    );
    return this.told(
      await this.inner.decide(id, request, this.telling(options)),
      options,
    );
  }

  async listWatches(request: ListWatchesRequest, options: CallOptions) {
    return this.inner.listWatches(request, await this.narrowed(options));
  }

  async getWatch(id: string, options: CallOptions) {
    await this.check(changeReadPermission, options, () =>
      this.locate.watch(id),
    );
    return this.inner.getWatch(id, options);
  }

  async cancelWatch(id: string, reason: string, options: CallOptions) {
    // Whoever may undo a deployment may say that nobody need look at it.
    await this.check(rollbackApplyPermission, options, () =>
      this.locate.watch(id),
    );
    return this.inner.cancelWatch(id, reason, options);
  }

  async dora(request: DoraRequest, options: CallOptions) {
    return this.inner.dora(request, await this.narrowed(options));
  }

  async exportDora(request: DoraRequest, options: CallOptions) {
    return this.inner.exportDora(request, await this.narrowed(options));
  }

  private check(
    permission: ResourcePermission,
    { credentials }: CallOptions,
    locate: () => Promise<ReleaseResource | undefined>,
  ): Promise<void> {
    return this.releases.mayDo(permission, credentials, async () => [
      await locate(),
    ]);
  }

  /** Says who may agree to it. Whoever asked may not. */
  private async told(
    rollout: Rollout,
    { credentials }: CallOptions,
  ): Promise<Rollout> {
    const { approval, entityRef, environment, requestedBy } = rollout;
    if (!approval) return rollout;
    const resource = this.locate.entity(entityRef, environment);
    const [may] = await this.releases.mayAll(
      rollbackApprovePermission,
      credentials,
      [resource],
    );
    const isRequester = callerOf(credentials) === requestedBy;
    return {
      ...rollout,
      approval: {
        ...approval,
        may: isRequester ? mayOf(false, resource, 'requester') : may,
      },
    };
  }

  private telling(options: CallOptions): CallOptions {
    return {
      ...options,
      mayApply: resources =>
        this.releases.mayAll(
          rolloutApplyPermission,
          options.credentials,
          resources,
        ),
    };
  }

  private async narrowed(options: CallOptions): Promise<CallOptions> {
    const visible = await this.releases.narrow(
      changeReadPermission,
      options.credentials,
    );
    return { ...options, visible };
  }
}
