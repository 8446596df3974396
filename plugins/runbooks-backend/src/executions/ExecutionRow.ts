import type {
  ExecutionKind,
  ExecutionState,
  ExperimentReport,
  RehearsalReport,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';

/** A row of `executions`; PostgreSQL gives bigints as strings. */
export interface ExecutionRow {
  id: string;
  seq: number | string;
  run_id: string;
  kind: ExecutionKind;
  state: ExecutionState;
  title: string;
  runbook_ref: string | null;
  runbook_hash: string | null;
  action: string | null;
  entity_ref: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  incident_id: string | null;
  policy_ref: string | null;
  attempt_id: string | null;
  experiment_ref: string | null;
  requested_by: string;
  operator: string;
  reason: string | null;
  program: string;
  summary: string;
  /** What would be done, where somebody was asked to approve it. */
  plan: string | null;
  requested_at: number | string;
  started_at: number | string | null;
  finished_at: number | string | null;
}

/** What `summary` holds. */
export interface ExecutionSummary {
  said: Sentence;
  /** From 1. */
  step?: number;
  steps: number;
  estimatedSeconds?: number;
  /** Entity refs of who may approve it, when it waits; the owner when empty. */
  approvers?: string[];
  rehearsal?: RehearsalReport;
  experiment?: ExperimentReport;
}
