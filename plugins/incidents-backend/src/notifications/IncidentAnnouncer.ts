import type { Knex } from 'knex';

/** Something about an incident that others may have to hear of. */
export interface IncidentNews {
  incident: number;
  kind:
    | 'opened'
    | 'severity'
    | 'status'
    | 'acknowledged'
    | 'resolved'
    | 'reopened'
    | 'changed'
    | 'merged'
    | 'deleted';
  /** Tells this news from other news of the incident; the same key is told once. */
  key: string;
  at: number;
  /** User ref of who did it. */
  by?: string;
}

/**
 * Writes, in the transaction that changes an incident, what is to leave the database because of it:
 * notifications by the routes, the start and end of escalation, the event and the signal. Nothing is
 * sent before the transaction is committed.
 */
export interface IncidentAnnouncer {
  announce(trx: Knex.Transaction, news: IncidentNews[]): Promise<void>;
}
