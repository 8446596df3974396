import type {
  ExecutionDetail,
  RehearsalRequest,
  Simulation,
  SimulationRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { CallOptions } from './CallOptions';

/** What would have come of it, in incidents that are over. Changes nothing. */
export interface RehearsalsApi {
  rehearse(
    request: RehearsalRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  simulate(
    policyRef: string,
    request: SimulationRequest,
    options: CallOptions,
  ): Promise<Simulation>;
  /** Whose the runbook or policy is. @throws InputError or NotFoundError */
  locate(
    request: Pick<RehearsalRequest, 'runbookRef' | 'policyRef'>,
  ): Promise<EntityResource>;
}
