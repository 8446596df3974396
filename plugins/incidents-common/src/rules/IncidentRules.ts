import type { AlertSeverity, Matcher, Severity } from '../api';

/**
 * Labels that mean an entity. `{label}` in the ref is replaced by the label's value.
 *
 * @public
 */
export interface MappingRule {
  name: string;
  match: Matcher[];
  entityRef: string;
}

/**
 * Alerts that make no incident.
 *
 * @public
 */
export interface SuppressionRule {
  name: string;
  match: Matcher[];
  reason: string;
}

/**
 * Alerts that belong together whatever the score says: those that match and agree in all of
 * `sameLabels`, within `windowMs` of the group's last news.
 *
 * @public
 */
export interface GroupingRule {
  name: string;
  match: Matcher[];
  sameLabels: string[];
  windowMs: number;
}

/**
 * When a group of alerts becomes an incident; the first rule that holds decides. All that is given
 * must hold.
 *
 * @public
 */
export interface OpeningRule {
  name: string;
  match: Matcher[];
  /** Of the worst alert of the group. */
  severities?: AlertSeverity[];
  /** Reports of all alerts of the group together. */
  afterOccurrences?: number;
  /** Different alerts in the group. */
  afterAlerts?: number;
  /** A burn-rate alert of that severity is in the group. */
  sloBurn?: 'page' | 'ticket';
  /** `none`: such groups make no incident. */
  severity: Severity | 'none';
  /** `{name}`, `{entity}`, `{title}` are replaced by those of the group's first suspect alert. */
  title?: string;
}

/**
 * Rules of the pipeline, compiled: every default is filled in.
 *
 * @public
 */
export interface IncidentRules {
  mapping: MappingRule[];
  suppress: {
    /** Left out: flapping alerts are taken as they come. */
    flapping?: { transitions: number; withinMs: number; quietMs: number };
    /** Whether an alert of an entity that depends on a known origin joins its incident quietly. */
    symptoms: boolean;
    rules: SuppressionRule[];
  };
  correlate: {
    /** How far apart two alerts of one group may start. */
    windowMs: number;
    /** A group without firing alerts closes after this. */
    idleMs: number;
    /** Hops in the catalog graph. */
    distance: number;
    /** 0 to 1. */
    threshold: number;
    weights: {
      time: number;
      distance: number;
      text: number;
      labels: number;
      change: number;
    };
    /** How old a change may be to be suspected. */
    changeMs: number;
    rules: GroupingRule[];
  };
  incidents: {
    rules: OpeningRule[];
    /** An incident whose alerts are all resolved is resolved after this; left out: people resolve it. */
    resolveAfterMs?: number;
    /** Alerts that return within this reopen the incident instead of making another. */
    reopenWithinMs: number;
  };
}
