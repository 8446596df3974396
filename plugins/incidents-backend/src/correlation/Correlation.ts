import type { AlertSeverity, EpochMs } from '@ghostlight/plugin-incidents-node';
import type { Reason, Suspect } from '@ghostlight/plugin-incidents-common';

/** What correlation needs to know of an alert. */
export interface CorrelatedAlert {
  id: number;
  /** Its adapter's id, for matchers. */
  adapter?: string;
  name: string;
  title: string;
  entityRef?: string;
  environment?: string;
  severity: AlertSeverity;
  /** That of a burn-rate alert of an objective. */
  sloBurn?: 'page' | 'ticket';
  labels: Readonly<Record<string, string>>;
  startsAt: EpochMs;
  /** Its last report; `startsAt` when left out. */
  lastAt?: EpochMs;
  status: 'firing' | 'resolved';
}

/** A recent change, as correlation sees it. */
export interface CorrelatedChange {
  id: number;
  entityRef: string;
  title: string;
  at: EpochMs;
  /** It undid another: what it undid is more to blame. */
  undoes?: boolean;
}

/** Where an alert belongs. */
export interface Placement {
  /** Undefined: a group of its own. */
  groupId?: number;
  /** 0 to 1: the sum of the weights of the reasons. */
  score: number;
  because: Reason[];
  /**
   * Other open groups that the alert shows to be of the same cause, as when the origin fires after
   * its symptoms. Whoever follows this puts their alerts into `groupId` and calls
   * {@link Correlation.merge}; grouping is sound without, only finer.
   */
  merges?: number[];
}

/**
 * Open groups in memory, indexed so that placing an alert looks at what is near it in the graph and
 * not at all that is open. It decides; it writes nothing. Deterministic: the same calls in the same
 * order give the same groups.
 */
export interface Correlation {
  /** Where the alert belongs as of `now`. Changes nothing. */
  place(alert: CorrelatedAlert, now: EpochMs): Placement;
  /** Puts an alert into a group, which is made when it is not known. Replaces the alert's earlier state. */
  put(
    groupId: number,
    alert: CorrelatedAlert,
    options?: { byHand?: boolean },
  ): void;
  /** Puts all alerts of one group into another; the one is gone then. */
  merge(intoId: number, fromId: number): void;
  /** Forgets a group, as one that was merged away or is to be loaded again. */
  drop(groupId: number): void;
  /** Tells of a change; those older than the horizon are forgotten. */
  change(change: CorrelatedChange): void;
  /** Ranked suspects of a group, the likeliest first, each with its evidence; at most five. */
  suspects(groupId: number): Suspect[];
  /** Alerts of the group whose entity depends on the first suspect: its symptoms. */
  symptoms(groupId: number): ReadonlySet<number>;
  /** Groups without a firing alert and without news since `before`. */
  idle(before: EpochMs): number[];
}
