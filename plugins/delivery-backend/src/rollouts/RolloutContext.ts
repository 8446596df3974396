import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { ChangeReport, Driver } from '@ghostlight/plugin-delivery-node';
import type { RunsApi } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { MetricReader, ObjectiveReader } from '../analysis';
import type { RolloutSettings } from './readRolloutSettings';

/** What shipping versions works on. */
export interface RolloutContext {
  db: Knex;
  /** Epoch milliseconds. */
  now: () => number;
  logger: LoggerService;
  auditor: AuditorService;
  /** An entity of the catalog by its full ref. */
  entityOf: (ref: string) => Entity | undefined;
  drivers: ReadonlyMap<string, Driver>;
  metrics: MetricReader;
  objectives: ObjectiveReader;
  runs: RunsApi;
  settings: RolloutSettings;
  /** Puts into the feed what happened; reported again under the same key it updates. */
  record: (reports: ChangeReport[]) => Promise<void>;
  /** Tells screens that something of these entities moved. */
  changed?: (entityRefs: string[]) => void;
}
