import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { EntityBelonging, RunsApi } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ActionDirectory } from '../ActionDirectory';
import type { BurnReader, VerificationConfig } from '../verification';
import type { ExecutionRow } from './ExecutionRow';
import type { Secrets } from './Secrets';

/** What executions need of the rest of the plugin. */
export interface ExecutionContext {
  db: Knex;
  now: () => number;
  logger: LoggerService;
  auditor: AuditorService;
  runs: RunsApi;
  actions: ActionDirectory;
  secrets: Secrets;
  burn: BurnReader;
  verification: VerificationConfig;
  entityOf(entityRef: string): Entity | undefined;
  belongingOf(entityRef: string): EntityBelonging | undefined;
  /** The entity and what depends on it. */
  dependantsOf(entityRef: string): string[];
  /** Told in the transaction that makes an execution. */
  announce(trx: Knex.Transaction, row: ExecutionRow): Promise<void>;
}
