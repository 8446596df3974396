import { runbookReadPermission } from '@ghostlight/plugin-runbooks-common';
import type { ListRunbooksRequest, SuggestRequest } from '../documents';
import type { CallOptions } from './CallOptions';
import type { RunbooksApi } from './RunbooksApi';
import type { TargetAuthorizer } from './TargetAuthorizer';

/** Lets through what the caller may see. */
export class AuthorizedRunbooksApi implements RunbooksApi {
  private constructor(
    private readonly inner: RunbooksApi,
    private readonly targets: TargetAuthorizer,
  ) {}

  static create(options: {
    inner: RunbooksApi;
    targets: TargetAuthorizer;
  }): AuthorizedRunbooksApi {
    return new AuthorizedRunbooksApi(options.inner, options.targets);
  }

  async list(request: ListRunbooksRequest, options: CallOptions) {
    return this.inner.list(request, await this.seeing(options));
  }

  async get(ref: string, options: CallOptions) {
    const seeing = await this.seeing(options);
    return this.inner.get(ref, this.targets.telling(seeing));
  }

  async suggest(request: SuggestRequest, options: CallOptions) {
    return this.inner.suggest(request, await this.seeing(options));
  }

  async actions(options: CallOptions) {
    return this.inner.actions(await this.seeing(options));
  }

  async documents(
    request: { limit?: number; cursor?: string },
    options: CallOptions,
  ) {
    return this.inner.documents(request, await this.seeing(options));
  }

  private async seeing(options: CallOptions): Promise<CallOptions> {
    const visible = await this.targets.narrow(
      runbookReadPermission,
      options.credentials,
    );
    return { ...options, visible };
  }
}
