import {
  runbookReadPermission,
  type RehearsalRequest,
  type SimulationRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { CallOptions } from './CallOptions';
import type { RehearsalsApi } from './RehearsalsApi';
import type { TargetAuthorizer } from './TargetAuthorizer';

/** Whoever may read a runbook or policy may rehearse it; which incidents they see is up to that family. */
export class AuthorizedRehearsalsApi implements RehearsalsApi {
  private constructor(
    private readonly inner: RehearsalsApi,
    private readonly targets: TargetAuthorizer,
  ) {}

  static create(options: {
    inner: RehearsalsApi;
    targets: TargetAuthorizer;
  }): AuthorizedRehearsalsApi {
    return new AuthorizedRehearsalsApi(options.inner, options.targets);
  }

  async rehearse(request: RehearsalRequest, options: CallOptions) {
    await this.targets.mayDo(runbookReadPermission, options.credentials, () =>
      this.inner.locate(request),
    );
    return this.inner.rehearse(request, this.targets.telling(options));
  }

  async simulate(
    policyRef: string,
    request: SimulationRequest,
    options: CallOptions,
  ) {
    await this.targets.mayDo(runbookReadPermission, options.credentials, () =>
      this.inner.locate({ policyRef }),
    );
    return this.inner.simulate(policyRef, request, options);
  }

  locate(request: Pick<RehearsalRequest, 'runbookRef' | 'policyRef'>) {
    return this.inner.locate(request);
  }
}
