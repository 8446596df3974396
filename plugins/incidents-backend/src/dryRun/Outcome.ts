/** An alert as a run had it, by what it can be known by in another run. */
export interface OutcomeAlert {
  fingerprint: string;
  receivedAt: number;
}

/** An incident that a run made. */
export interface Outcome {
  number: number;
  title: string;
  severity: string;
  startedAt: number;
  because: string;
  originRef?: string;
  entityRefs: string[];
  alerts: OutcomeAlert[];
}
