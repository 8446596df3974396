import type {
  ExecutionDetail,
  Experiment,
  ExperimentPage,
  ExperimentRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { ListExperimentsRequest } from '../experiments';
import type { CallOptions } from './CallOptions';

/** Chaos experiments, and their runs. */
export interface ExperimentsApi {
  list(
    request: ListExperimentsRequest,
    options: CallOptions,
  ): Promise<ExperimentPage>;
  get(ref: string, options: CallOptions): Promise<Experiment>;
  /** @throws ConflictError that says what forbids it */
  run(
    ref: string,
    request: ExperimentRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  /** Whose the document is. @returns undefined when there is none */
  locate(ref: string): Promise<EntityResource | undefined>;
  /** What it is done to. @returns undefined when there is none */
  locateTarget(ref: string): Promise<EntityResource | undefined>;
}
