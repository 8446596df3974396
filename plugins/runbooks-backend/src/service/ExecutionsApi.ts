import type {
  AnswerRequest,
  ControlRequest,
  DecisionRequest,
  ExecutionDetail,
  ExecutionPage,
  ExecutionPlan,
  ExecutionRequest,
  JournalEntry,
} from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { ListExecutionsRequest } from '../executions';
import type { CallOptions } from './CallOptions';
import type { Visibility } from './targetRules';

/** An execution as decisions about it need it. */
export interface LocatedExecution extends EntityResource {
  /** Entity refs of who may approve; the owner when empty. */
  approvers: string[];
  /** Of steps that ask for an approval, who may give it. */
  stepApprovers: Record<string, string[]>;
}

/** What a request is about. */
export interface LocatedRequest extends EntityResource {
  /** It is an action by itself, and may reach anything. */
  isPlatform: boolean;
}

/** Runs, and what people do with them. */
export interface ExecutionsApi {
  plan(request: ExecutionRequest, options: CallOptions): Promise<ExecutionPlan>;
  start(
    request: ExecutionRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  list(
    request: ListExecutionsRequest,
    options: CallOptions,
  ): Promise<ExecutionPage>;
  get(id: string, options: CallOptions): Promise<ExecutionDetail>;
  journal(
    id: string,
    page: { after?: number; limit?: number },
    options: CallOptions,
  ): Promise<JournalEntry[]>;
  answer(
    id: string,
    request: AnswerRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  control(
    id: string,
    request: ControlRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  decide(
    id: string,
    request: DecisionRequest,
    options: CallOptions,
  ): Promise<ExecutionDetail>;
  verifyLedger(
    options: CallOptions,
  ): Promise<{ rows: number; brokenAt?: number }>;
  /** @returns undefined when there is no such run */
  locate(id: string): Promise<LocatedExecution | undefined>;
  /** What a request is about. @throws InputError, or NotFoundError when `visible` has its runbook not */
  locateRequest(
    request: ExecutionRequest,
    visible?: Visibility,
  ): Promise<LocatedRequest>;
}
