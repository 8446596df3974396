import type { Said, Suspect } from '@ghostlight/plugin-incidents-common';
import type {
  AlertEvent,
  ChangeEvent,
  FindingEvent,
} from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import type { IncidentRow, TimelineAppend } from '../incidents';
import type { IncidentNews } from '../notifications/IncidentAnnouncer';
import type { AlertRow } from './AlertRow';
import type { Opening } from './Opening';
import type { Resolution } from './resolve';

/** What became of a row of the inbox. */
export type Outcome =
  | 'opened'
  | 'repeated'
  | 'resolved'
  | 'returned'
  | 'late'
  | 'recorded'
  | 'failed';

export interface Incoming<T> {
  inboxId: number;
  adapter: string;
  receivedAt: number;
  event: T;
  resolution?: Resolution;
}

/** One report of an alert. */
export interface Report extends Incoming<Omit<AlertEvent, 'raw'>> {
  /** Of the alert: hash of adapter and the sender's fingerprint. */
  fingerprint: string;
}

/** An alert as the batch leaves it. */
export interface AlertWork {
  row: AlertRow;
  /** As it was found; undefined for one that is new. */
  was?: Readonly<AlertRow>;
  /** Looked at again without a report. */
  recheck: boolean;
  /** Reports of it in this batch. */
  reports: number;
  /** It began to fire, or did so again. */
  fired: boolean;
  /** It ended. */
  ended: boolean;
  /** Where an earlier episode of it belongs. */
  heir?: { groupId: number };
  /** It was put into its group by this batch. */
  placed: boolean;
  /** It fires and is heard, and did not before. */
  heard: boolean;
  /** It became part of its incident by this batch. */
  joined: boolean;
  labels: Readonly<Record<string, string>>;
}

/** An entity of an incident, as the batch leaves it. */
export interface EntityDraft {
  incident: number;
  entityRef: string;
  role: 'origin' | 'affected' | 'symptom';
  since: number;
}

/** Some rows of the inbox and what is made of them, from stage to stage. */
export interface Batch {
  readonly trx: Knex.Transaction;
  readonly now: number;
  /** Unique to the batch. */
  readonly key: string;
  readonly reports: Report[];
  readonly changes: Incoming<ChangeEvent>[];
  readonly findings: Incoming<FindingEvent>[];
  /** Ids of alerts that are due to be looked at again. */
  readonly due: number[];
  /** Number of the latest incident; the counter is locked. */
  lastIncident: number;
  readonly outcomes: Map<number, Outcome>;
  /** By id of the alert, in the order in which they came up. */
  readonly works: Map<number, AlertWork>;
  /** Kinds and causes of suppressions that somebody undid, by alert. */
  readonly undone: Map<number, Set<string>>;
  /** Alerts for which that was done just now. */
  readonly released: Set<number>;
  /** By number; locked until the batch ends. */
  readonly incidents: Map<number, IncidentRow>;
  /** Groups in which something other than a counter changed. */
  readonly touched: Set<number>;
  /** Groups that nothing joins any more. */
  readonly closed: Set<number>;
  /** Groups with something that is heard: they may be worth an incident. */
  readonly candidates: Set<number>;
  readonly openings: Opening[];
  /** Incidents that come back, by number: in words, why. */
  readonly reopenings: Map<number, { because: string; said: Said }>;
  /** Columns of incidents to be set, by number. */
  readonly edits: Map<number, Partial<IncidentRow>>;
  /** By incident, when they were ranked anew. */
  readonly suspects: Map<number, Suspect[]>;
  readonly entities: EntityDraft[];
  readonly timeline: TimelineAppend[];
  readonly news: IncidentNews[];
}

/** An alert that is looked at for another's sake. */
export function bystander(row: AlertRow): AlertWork {
  return {
    row,
    was: { ...row },
    recheck: false,
    reports: 0,
    fired: false,
    ended: false,
    placed: false,
    heard: false,
    joined: false,
    labels: JSON.parse(row.labels),
  };
}
