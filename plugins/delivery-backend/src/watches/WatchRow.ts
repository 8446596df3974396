import type {
  Sentence,
  Watch,
  WatchRule,
} from '@ghostlight/plugin-delivery-common';
import type { Reading } from '../analysis';
import type { RuleSpec } from './RuleSpec';

/** A row of `watches`. Instants are text on PostgreSQL. */
export interface WatchRow {
  id: string;
  deployment_id: string;
  entity_ref: string;
  owner_ref: string | null;
  system_ref: string | null;
  environment: string;
  version: string | null;
  state: Watch['state'];
  started_at: number | string;
  ends_at: number | string;
  finished_at: number | string | null;
  next_at: number | string | null;
  rules: string;
  report: string;
  automatic: Watch['automaticRollback'];
  rollback_id: string | null;
  plan_id: string | null;
}

/** What the slo plugin says of an objective's page-level burn. */
export interface OwnVerdict {
  state: 'firing' | 'almost' | 'quiet' | 'no-data';
  /** Its long window, such as `1h`. */
  long: string;
  /** Since when it fires; epoch milliseconds. */
  since?: number;
}

/** A rule with all that was read for it. */
export interface StoredRule extends RuleSpec {
  points: Reading[];
  /** Mean of the ten minutes before the deployment, once it was asked for. */
  before?: number;
  beforeAsked?: boolean;
  state: WatchRule['state'];
  said: Sentence;
  /** It is so, and the deployment is to blame. */
  blames?: boolean;
  /** It is of the entity's own objective, and nobody wrote it. */
  own?: OwnVerdict;
  /** Why there are no readings. */
  why?: string;
}

/** What is told of it. */
export interface WatchReport {
  said: Sentence;
  recommendations: Sentence[];
  /** Requests that were counted, where they can be. */
  requests?: number;
  /** The entity was not known when it began: its annotations are still to be read. */
  unread?: boolean;
  /** The entity's own objectives are not looked at. */
  withoutObjectives?: boolean;
  /** How often somebody was told in vain that it failed. */
  tellings?: number;
}

export function rulesOf(row: WatchRow): StoredRule[] {
  return JSON.parse(row.rules);
}

export function reportOf(row: WatchRow): WatchReport {
  return JSON.parse(row.report);
}
