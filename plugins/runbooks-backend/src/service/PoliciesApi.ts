import type {
  ApprovalPage,
  AttemptDetail,
  AttemptPage,
  DecisionRequest,
  Policy,
  PolicyPage,
  ProposalRequest,
  RemediationMetrics,
  Switch,
  SwitchRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { ListApprovalsRequest } from '../approvals';
import type { ListPoliciesRequest, MetricsRequest } from '../policies';
import type { ListAttemptsRequest } from '../remediation';
import type { CallOptions } from './CallOptions';
import type { Visibility } from './targetRules';

/** An attempt as decisions about it need it. */
export interface LocatedAttempt extends EntityResource {
  /** Entity refs of who may approve; the owner when empty. */
  approvers: string[];
}

/** Policies, what they propose and did, and the switches. */
export interface PoliciesApi {
  list(request: ListPoliciesRequest, options: CallOptions): Promise<PolicyPage>;
  get(ref: string, options: CallOptions): Promise<Policy>;
  attempts(
    request: ListAttemptsRequest,
    options: CallOptions,
  ): Promise<AttemptPage>;
  attempt(id: string, options: CallOptions): Promise<AttemptDetail>;
  decide(
    id: string,
    request: DecisionRequest,
    options: CallOptions,
  ): Promise<AttemptDetail>;
  propose(
    request: ProposalRequest,
    options: CallOptions,
  ): Promise<AttemptDetail>;
  switches(options: CallOptions): Promise<Switch[]>;
  setSwitch(request: SwitchRequest, options: CallOptions): Promise<Switch>;
  metrics(
    request: MetricsRequest,
    options: CallOptions,
  ): Promise<RemediationMetrics>;
  approvals(
    request: ListApprovalsRequest,
    options: CallOptions,
  ): Promise<ApprovalPage>;
  /** @returns undefined when there is no such attempt */
  locate(id: string): Promise<LocatedAttempt | undefined>;
  /** Whose a policy or experiment is. */
  locateDocument(ref: string): Promise<EntityResource | undefined>;
  locateEntity(entityRef: string, environment?: string): EntityResource;
  /** Whether what is proposed is an action by itself, and may reach anything. @throws InputError */
  isPlatform(request: ProposalRequest, visible?: Visibility): Promise<boolean>;
}
