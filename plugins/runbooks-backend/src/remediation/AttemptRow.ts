import type {
  AttemptState,
  AttemptDetail,
  ExecutionPlan,
  ExecutionRequest,
  Mode,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import type { SeenAlert } from '../executions';

/** A row of `attempts`; PostgreSQL gives bigints as strings. */
export interface AttemptRow {
  id: string;
  seq: number | string;
  key: string;
  policy_ref: string | null;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  incident_id: string | null;
  symptom: string;
  target: string;
  rung: number;
  attempt: number;
  mode: Mode;
  ladder: string | null;
  state: AttemptState;
  title: string;
  proposed_by: string;
  what: string;
  details: string;
  execution_id: string | null;
  next_id: string | null;
  at: number | string;
  decided_at: number | string | null;
  decided_by: string | null;
  comment: string | null;
  approval_until: number | string | null;
  acted_at: number | string | null;
  finished_at: number | string | null;
  escalated_at: number | string | null;
  due_at: number | string | null;
  revision: number;
}

/** What `what` holds. */
export type AttemptWhat = Pick<
  ExecutionRequest,
  | 'runbookRef'
  | 'action'
  | 'input'
  | 'inputs'
  | 'entityRef'
  | 'environment'
  | 'incidentId'
>;

/** What `details` holds. */
export interface AttemptDetails {
  said: Sentence;
  plan: ExecutionPlan;
  evidence: AttemptDetail['evidence'];
  conditions: AttemptDetail['conditions'];
  limits: AttemptDetail['limits'];
  approvers: string[];
  policyTitle?: string;
  /** Epoch milliseconds: when its symptom began. */
  since?: number;
  /** The alert that it is about; untrusted text. */
  alert?: SeenAlert;
  verification?: AttemptDetail['verification'];
  escalatedTo?: string[];
}

/** In which it is done, or may be soon. */
export const underWay: AttemptState[] = ['approved', 'running', 'verifying'];

/** How an attempt stands to people: one that a person had to take over is told as that. */
export function shownStateOf(
  row: Pick<AttemptRow, 'state' | 'escalated_at'>,
): AttemptState {
  return row.escalated_at === null ? row.state : 'escalated';
}
