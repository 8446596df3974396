import { oncallPeopleReadPermission } from '@ghostlight/plugin-incidents-common';
import type { BasicAuthorizer } from './AuthorizedNotificationsApi';
import type { CallOptions } from './CallOptions';
import type { OncallApi } from './OncallApi';

/** Everybody may see which team is on call; who it is only with `incidents.oncall.people.read`. */
export class AuthorizedOncallApi implements OncallApi {
  private constructor(
    private readonly inner: OncallApi,
    private readonly permissions: BasicAuthorizer,
  ) {}

  static create(options: {
    inner: OncallApi;
    permissions: BasicAuthorizer;
  }): AuthorizedOncallApi {
    return new AuthorizedOncallApi(options.inner, options.permissions);
  }

  async oncall(
    request: { entityRef: string; at?: string },
    options: CallOptions,
  ) {
    return this.inner.oncall(request, await this.asSeen(options));
  }

  async teams(request: { from?: string; to?: string }, options: CallOptions) {
    return this.inner.teams(request, await this.asSeen(options));
  }

  async calendar(owner: string, options: CallOptions) {
    return this.inner.calendar(owner, await this.asSeen(options));
  }

  private async asSeen(options: CallOptions): Promise<CallOptions> {
    const people = await this.permissions.has(
      oncallPeopleReadPermission,
      options.credentials,
    );
    return { ...options, visible: { people } };
  }
}
