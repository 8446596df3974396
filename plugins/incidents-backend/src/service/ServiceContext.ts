import type { Knex } from 'knex';
import type { FindCandidates } from '../alerts';
import type { Graph } from '../graph';
import type { IncidentAnnouncer } from '../notifications/IncidentAnnouncer';

/** What the operations of the service work on. */
export interface ServiceContext {
  db: Knex;
  /** Epoch milliseconds. */
  now: () => number;
  graph: Graph;
  announcer: IncidentAnnouncer;
  findCandidates: FindCandidates;
  /** Tells the reader of the inbox that there is something to look at. */
  wake: () => void;
}
