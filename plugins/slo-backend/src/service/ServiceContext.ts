import type { Source } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import type { IncidentSpans } from '../changes';
import type { CatalogReader } from '../documents';
import type { Ledger } from '../ledger';
import type { SeriesReader } from '../verdicts';

/** What the operations of the service work on. */
export interface ServiceContext {
  db: Knex;
  /** Epoch seconds. */
  now: () => number;
  ledger: Ledger;
  series: SeriesReader;
  /** Judges objectives anew because what they measured has changed, and tells of it. */
  judge: (objectiveIds: number[]) => Promise<void>;
  /** Configured sources by name. */
  sources: ReadonlyMap<string, Source>;
  reader: CatalogReader;
  /** When entities had incidents. */
  incidents: Pick<IncidentSpans, 'since'>;
}
