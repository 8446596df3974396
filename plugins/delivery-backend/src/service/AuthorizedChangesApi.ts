import {
  changeReadPermission,
  rollbackApplyPermission,
} from '@ghostlight/plugin-delivery-common';
import type {
  ListChangesRequest,
  ListDeploymentsRequest,
  ReadFeedRequest,
  ReadOverviewRequest,
} from '../changes';
import type { CallOptions } from './CallOptions';
import type { ChangesApi } from './ChangesApi';
import type { ReleaseAuthorizer } from './ReleaseAuthorizer';

/** Shows what the caller may see, narrowed in SQL. */
export class AuthorizedChangesApi implements ChangesApi {
  private constructor(
    private readonly inner: ChangesApi,
    private readonly releases: ReleaseAuthorizer,
  ) {}

  static create(options: {
    inner: ChangesApi;
    releases: ReleaseAuthorizer;
  }): AuthorizedChangesApi {
    return new AuthorizedChangesApi(options.inner, options.releases);
  }

  async feed(request: ReadFeedRequest, options: CallOptions) {
    return this.inner.feed(request, await this.narrowed(options));
  }

  async list(request: ListChangesRequest, options: CallOptions) {
    return this.inner.list(request, await this.narrowed(options));
  }

  async get(id: string, options: CallOptions) {
    return this.inner.get(id, await this.narrowed(options));
  }

  async deployments(request: ListDeploymentsRequest, options: CallOptions) {
    return this.inner.deployments(request, await this.narrowed(options));
  }

  async deployment(id: string, options: CallOptions) {
    return this.inner.deployment(id, await this.narrowed(options));
  }

  async lanes(entityRef: string, options: CallOptions) {
    const narrowed = await this.narrowed(options);
    return this.inner.lanes(entityRef, {
      ...narrowed,
      mayApply: resources =>
        this.releases.mayAll(
          rollbackApplyPermission,
          options.credentials,
          resources,
        ),
    });
  }

  async overview(request: ReadOverviewRequest, options: CallOptions) {
    return this.inner.overview(request, await this.narrowed(options));
  }

  async sources(options: CallOptions) {
    return this.inner.sources(await this.narrowed(options));
  }

  private async narrowed(options: CallOptions): Promise<CallOptions> {
    const visible = await this.releases.narrow(
      changeReadPermission,
      options.credentials,
    );
    return { ...options, visible };
  }
}
