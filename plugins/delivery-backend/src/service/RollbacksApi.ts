import type {
  DecisionRequest,
  JournalEntry,
  PlanRequest,
  RollbackDetail,
  RollbackPage,
  RollbackPlan,
  RollbackRequest,
} from '@ghostlight/plugin-delivery-common';
import type { ListRollbacksRequest } from '../rollbacks';
import type { CallOptions } from './CallOptions';
import type { ReleaseResource } from './releaseRules';

/** Undoing what went out: the plan, asking for it, agreeing to it, and how it goes. */
export interface RollbacksApi {
  plan(request: PlanRequest, options: CallOptions): Promise<RollbackPlan>;
  getPlan(id: string, options: CallOptions): Promise<RollbackPlan>;
  request(
    request: RollbackRequest,
    options: CallOptions,
  ): Promise<RollbackDetail>;
  list(
    request: ListRollbacksRequest,
    options: CallOptions,
  ): Promise<RollbackPage>;
  get(id: string, options: CallOptions): Promise<RollbackDetail>;
  journal(
    id: string,
    after: number | undefined,
    options: CallOptions,
  ): Promise<JournalEntry[]>;
  decide(
    id: string,
    request: DecisionRequest,
    options: CallOptions,
  ): Promise<RollbackDetail>;
  cancel(
    id: string,
    reason: string,
    options: CallOptions,
  ): Promise<RollbackDetail>;
  /** Whether the ledger of effects is as it was written. */
  verifyLedger(
    options: CallOptions,
  ): Promise<{ rows: number; brokenAt?: number }>;
  /** What a decision about a rollback or a plan looks at; undefined when there is none. */
  locate(
    of: 'rollback' | 'plan',
    id: string,
  ): Promise<ReleaseResource | undefined>;
  /** The same of an entity. */
  locateEntity(entityRef: string, environment: string): ReleaseResource;
}
