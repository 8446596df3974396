import type {
  PolicySpec,
  RehearsalRequest,
  SimulationRequest,
} from '@ghostlight/plugin-runbooks-common';
import { callerOf } from '@ghostlight/reliability-node';
import type { Document } from '../documents';
import {
  findRehearsed,
  simulatePolicy,
  startRehearsal,
  type RehearsalContext,
} from '../rehearsals';
import type { CallOptions } from './CallOptions';
import type { ExecutionsApi } from './ExecutionsApi';
import type { RehearsalsApi } from './RehearsalsApi';

export class DefaultRehearsalsApi implements RehearsalsApi {
  private constructor(
    private readonly context: RehearsalContext,
    private readonly executions: Pick<ExecutionsApi, 'get'>,
  ) {}

  static create(options: {
    context: RehearsalContext;
    executions: Pick<ExecutionsApi, 'get'>;
  }): DefaultRehearsalsApi {
    return new DefaultRehearsalsApi(options.context, options.executions);
  }

  async rehearse(request: RehearsalRequest, options: CallOptions) {
    const { credentials } = options;
    const by = callerOf(credentials);
    const id = await startRehearsal(this.context, request, { by, credentials });
    return this.executions.get(id, options);
  }

  async simulate(
    policyRef: string,
    request: SimulationRequest,
    { credentials }: CallOptions,
  ) {
    const policy = await findRehearsed(this.context, { policyRef });
    return simulatePolicy(
      this.context,
      policy as Document<PolicySpec>,
      request,
      credentials,
    );
  }

  async locate(request: Pick<RehearsalRequest, 'runbookRef' | 'policyRef'>) {
    const { ownerRef, systemRef } = await findRehearsed(this.context, request);
    return { ownerRef, systemRef, environment: 'production' };
  }
}
