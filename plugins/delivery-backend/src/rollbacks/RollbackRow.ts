import type {
  RollbackState,
  Sentence,
  VersionRef,
} from '@ghostlight/plugin-delivery-common';

/** A row of `rollbacks`; PostgreSQL gives bigints as strings. */
export interface RollbackRow {
  id: string;
  plan_id: string;
  run_id: string;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  state: RollbackState;
  lane: string;
  reason: string;
  dry_run: boolean | number;
  requested_by: string;
  requested_at: number | string;
  watch_id: string | null;
  incident_id: string | null;
  from_id: string | null;
  summary: string;
  started_at: number | string | null;
  finished_at: number | string | null;
}

/** What `summary` holds. */
export interface RollbackSummary {
  from: VersionRef;
  to: VersionRef;
  said: Sentence;
}
