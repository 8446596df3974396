import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Watch } from '@ghostlight/plugin-delivery-common';
import type { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { MetricReader, ObjectiveReader } from '../analysis';
import type { WatchSettings } from './readWatchSettings';

/** What a failed watch led to. */
export interface WatchFollowUp {
  planId?: string;
  rollbackId?: string;
}

/** What watching works on. */
export interface WatchContext {
  db: Knex;
  /** Epoch milliseconds. */
  now: () => number;
  logger: LoggerService;
  leases: Leases;
  /** An entity of the catalog by its full ref. */
  entityOf: (ref: string) => Entity | undefined;
  metrics: MetricReader;
  objectives: ObjectiveReader;
  /** Where objectives are measured: elsewhere a deployment is not judged by those of its entity. */
  mainEnvironment: string;
  settings: WatchSettings;
  /**
   * Told of each watch that failed, at least once: until it resolves it is told again, a minute apart
   * and ten times at most. What it made goes onto the watch.
   */
  onFailed: (watch: Watch) => Promise<WatchFollowUp | undefined>;
  /** Tells screens that something of these entities moved. */
  changed?: (entityRefs: string[]) => void;
}
