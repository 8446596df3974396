/**
 * An incident as facts: what the deterministic ranking works on, from a file or from the portal's own
 * records. Every part is optional. Instants are ISO 8601 with their offset; refs are full entity refs or
 * any names. The same as `docs/schemas/triage-case.json`.
 *
 * @public
 */
export interface TriageCase {
  apiVersion?: 'ghostlight.dev/v1';
  id?: string;
  title?: string;
  /** When it began, if that is known; else the first alert, else what the series show. */
  startedAt?: string;
  /** When it is judged. Nothing later is looked at. By default the end of what is here. */
  at?: string;
  entities?: {
    ref: string;
    title?: string;
    kind?: string;
    type?: string;
    owner?: string;
    system?: string;
    tier?: string;
  }[];
  /** `from` depends on `to`. */
  dependencies?: { from: string; to: string; kind?: string }[];
  alerts?: {
    id?: string;
    name: string;
    title?: string;
    description?: string;
    entityRef?: string;
    severity?: 'critical' | 'error' | 'warning' | 'info';
    startsAt: string;
    endsAt?: string;
    labels?: Record<string, string>;
    count?: number;
  }[];
  metrics?: {
    id?: string;
    entityRef: string;
    name: string;
    /** What it measures; guessed from the name when absent. */
    kind?:
      | 'cpu'
      | 'memory'
      | 'disk'
      | 'network'
      | 'requests'
      | 'errors'
      | 'latency'
      | 'saturation'
      | 'connections'
      | 'queue'
      | 'restarts'
      | 'other';
    unit?: string;
    labels?: Record<string, string>;
    /** Of the first value. */
    start: string;
    /** Seconds between values. */
    step: number;
    /** From before the incident until during it; null where there is none. */
    values: (number | null)[];
  }[];
  objectives?: {
    id?: string;
    ref: string;
    title?: string;
    entityRef: string;
    /** 0 to 1. */
    target: number;
    burnRate?: number;
    /** Of the burn rate: `1h`. */
    window?: string;
    /** Share of the budget; negative when overspent. */
    budgetLeft?: number;
    state?: 'healthy' | 'warning' | 'critical' | 'unknown';
  }[];
  changes?: {
    id?: string;
    kind: 'deployment' | 'rollback' | 'config' | 'flag' | 'scale' | 'other';
    title: string;
    entityRef?: string;
    at: string;
    version?: string;
    author?: string;
    outcome?: 'succeeded' | 'failed' | 'running';
    url?: string;
  }[];
  logs?: {
    id?: string;
    entityRef?: string;
    at: string;
    until?: string;
    level?: string;
    /** The line, or its template. */
    text: string;
    count?: number;
    /** How many there were in as long a time before the incident. */
    before?: number;
    source?: string;
  }[];
  runbooks?: {
    id?: string;
    ref?: string;
    title: string;
    entityRef?: string;
    text?: string;
    alerts?: string[];
  }[];
  similar?: {
    id: string;
    title: string;
    entityRefs?: string[];
    originRef?: string;
    rootCause?: string;
    mitigation?: string;
    resolvedAt?: string;
    /** 0 to 1. */
    likeness?: number;
  }[];
}
