import {
  experimentRunPermission,
  runbookReadPermission,
  type ExperimentRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { ListExperimentsRequest } from '../experiments';
import type { CallOptions } from './CallOptions';
import type { ExperimentsApi } from './ExperimentsApi';
import type { TargetAuthorizer } from './TargetAuthorizer';

/** Lets through what the caller may see or do: to see is up to the document, to run up to its target. */
export class AuthorizedExperimentsApi implements ExperimentsApi {
  private constructor(
    private readonly inner: ExperimentsApi,
    private readonly targets: TargetAuthorizer,
  ) {}

  static create(options: {
    inner: ExperimentsApi;
    targets: TargetAuthorizer;
  }): AuthorizedExperimentsApi {
    return new AuthorizedExperimentsApi(options.inner, options.targets);
  }

  async list(request: ListExperimentsRequest, options: CallOptions) {
    const visible = await this.targets.narrow(
      runbookReadPermission,
      options.credentials,
    );
    return this.inner.list(
      request,
      this.targets.telling({ ...options, visible }),
    );
  }

  async get(ref: string, options: CallOptions) {
    await this.targets.mayDo(runbookReadPermission, options.credentials, () =>
      this.inner.locate(ref),
    );
    return this.inner.get(ref, this.targets.telling(options));
  }

  async run(ref: string, request: ExperimentRequest, options: CallOptions) {
    await this.targets.mayDo(
      request.dryRun ? runbookReadPermission : experimentRunPermission,
      options.credentials,
      () => this.inner.locateTarget(ref),
    );
    return this.inner.run(ref, request, this.targets.telling(options));
  }

  locate(ref: string) {
    return this.inner.locate(ref);
  }

  locateTarget(ref: string) {
    return this.inner.locateTarget(ref);
  }
}
