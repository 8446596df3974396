import { ConflictError } from '@backstage/errors';
import {
  experimentRunPermission,
  remediationSwitchPermission,
  type Experiment,
  type ExperimentRequest,
} from '@ghostlight/plugin-runbooks-common';
import { callerOf, readEntityRef } from '@ghostlight/reliability-node';
import { findDocument } from '../documents';
import {
  findExperiment,
  listExperiments,
  readExperiment,
  startExperiment,
  type ExperimentContext,
  type ListExperimentsRequest,
} from '../experiments';
import type { CallOptions } from './CallOptions';
import type { ExecutionsApi } from './ExecutionsApi';
import type { ExperimentsApi } from './ExperimentsApi';
import { anybody } from './mayOf';

const production = 'production';

export class DefaultExperimentsApi implements ExperimentsApi {
  private constructor(
    private readonly context: ExperimentContext,
    private readonly executions: Pick<ExecutionsApi, 'get'>,
  ) {}

  static create(options: {
    context: ExperimentContext;
    executions: Pick<ExecutionsApi, 'get'>;
  }): DefaultExperimentsApi {
    return new DefaultExperimentsApi(options.context, options.executions);
  }

  async list(request: ListExperimentsRequest, options: CallOptions) {
    const page = await listExperiments(this.context, request, options.visible);
    return { ...page, items: await this.telling(page.items, options) };
  }

  async get(ref: string, options: CallOptions) {
    const experiment = await readExperiment(this.context, ref);
    const [told] = await this.telling([experiment], options);
    return told;
  }

  async run(ref: string, request: ExperimentRequest, options: CallOptions) {
    const document = await findExperiment(this.context.db, ref);
    const started = await startExperiment(this.context, document, {
      ...request,
      by: callerOf(options.credentials),
    });
    if ('refusals' in started)
      throw new ConflictError(
        `Not begun. ${started.refusals.map(({ text }) => text).join('; ')}`,
      );
    this.context.changed([document.ref]);
    return this.executions.get(started.id, options);
  }

  async locate(given: string) {
    const document = await this.find(given);
    return (
      document && {
        ownerRef: document.ownerRef,
        systemRef: document.systemRef,
        environment: production,
      }
    );
  }

  async locateTarget(given: string) {
    const document = await this.find(given);
    if (!document) return undefined;
    const { entityRef, environment = production } = document.spec ?? {};
    return this.targetOf({ entityRef, environment });
  }

  private find(given: string) {
    const ref = readEntityRef('ref', given, 'chaosexperiment');
    return findDocument<{ entityRef: string; environment: string }>(
      this.context.db,
      'experiment',
      ref,
    );
  }

  private targetOf(at: { entityRef?: string; environment: string }) {
    const { entityRef, environment } = at;
    const { ownerRef, systemRef } =
      (entityRef ? this.context.belongingOf(entityRef) : undefined) ?? {};
    return { entityRef, environment, ownerRef, systemRef };
  }

  /** Each with what the caller may do with it. */
  private async telling(
    experiments: Experiment[],
    { may }: CallOptions,
  ): Promise<Experiment[]> {
    const [runs, switches] = await Promise.all([
      may?.(
        experimentRunPermission,
        experiments.map(experiment => this.targetOf(experiment)),
      ),
      may?.(
        remediationSwitchPermission,
        experiments.map(({ owner }) => ({
          ownerRef: owner,
          environment: production,
        })),
      ),
    ]);
    return experiments.map((experiment, index) => ({
      ...experiment,
      may: {
        run: runs?.[index] ?? anybody,
        switch: switches?.[index] ?? anybody,
      },
    }));
  }
}
