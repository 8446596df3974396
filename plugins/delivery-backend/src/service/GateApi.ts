import type {
  DeliveryPaths,
  Evaluation,
  EvaluationRequest,
  Freeze,
  FreezeRequest,
  Gate,
  Override,
  OverrideRequest,
  ReleaseApproval,
  ReleaseApprovalRequest,
} from '@ghostlight/plugin-delivery-common';
import type { CallOptions } from './CallOptions';

export type GateRequest =
  DeliveryPaths['/v1/gate']['get']['parameters']['query'];
export type ApprovalsRequest =
  DeliveryPaths['/v1/gate/approvals']['get']['parameters']['query'];
export type OverridesRequest = NonNullable<
  DeliveryPaths['/v1/gate/overrides']['get']['parameters']['query']
>;

/** May it go out: the verdict, and what people and pipelines say about it. */
export interface GateApi {
  judge(request: GateRequest, options: CallOptions): Promise<Gate>;
  /** The public keys of signatures; anybody may have them. */
  keys(): Promise<{ [key: string]: unknown }[]>;

  listOverrides(
    request: OverridesRequest,
    options: CallOptions,
  ): Promise<Override[]>;
  override(request: OverrideRequest, options: CallOptions): Promise<Override>;
  revokeOverride(id: string, options: CallOptions): Promise<void>;

  listApprovals(
    request: ApprovalsRequest,
    options: CallOptions,
  ): Promise<ReleaseApproval[]>;
  approve(
    request: ReleaseApprovalRequest,
    options: CallOptions,
  ): Promise<ReleaseApproval>;
  revokeApproval(id: string, options: CallOptions): Promise<void>;

  listEvaluations(
    entityRef: string,
    limit: number | undefined,
    options: CallOptions,
  ): Promise<Evaluation[]>;
  recordEvaluation(
    request: EvaluationRequest,
    options: CallOptions,
  ): Promise<Evaluation>;

  listFreezes(
    request: { from?: string; to?: string },
    options: CallOptions,
  ): Promise<Freeze[]>;
  planFreeze(request: FreezeRequest, options: CallOptions): Promise<Freeze>;
  endFreeze(id: string, options: CallOptions): Promise<void>;

  /** Where an override or approval belongs. @throws NotFoundError */
  locate(
    of: 'override' | 'approval',
    id: string,
  ): Promise<{ entityRef: string; environment: string }>;
}
