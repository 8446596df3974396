import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Gate, Watch } from '@ghostlight/plugin-delivery-common';
import type {
  Driver,
  GateQuestion,
  MetricSource,
} from '@ghostlight/plugin-delivery-node';
import type { RunsApi } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ApprovalPolicy } from './ApprovalPolicy';
import type { RollbackRow } from './RollbackRow';
import type { VerificationConfig } from './VerificationConfig';

/** What planning and doing rollbacks works on. */
export interface RollbackContext {
  db: Knex;
  /** Epoch milliseconds. */
  now: () => number;
  /** An entity of the catalog by its full ref. */
  entityOf: (ref: string) => Entity | undefined;
  drivers: ReadonlyMap<string, Driver>;
  metricSources: ReadonlyMap<string, MetricSource>;
  gate: (question: Omit<GateQuestion, 'now'>) => Promise<Gate>;
  /** Tells people and incidents of a rollback that came into a state, once the transaction is through. */
  announce: (trx: Knex.Transaction, row: RollbackRow) => Promise<void>;
  /** Tells people that a deployment failed its watch, once. */
  announceWatch: (watch: Watch) => Promise<void>;
  /** Who is on call for an entity, as user refs; empty when it cannot be asked. */
  onCall: (entityRef: string) => Promise<string[]>;
  /** Incidents of the entity that are open, as ids; empty when they cannot be asked. */
  openIncidents: (entityRef: string) => Promise<string[]>;
  runs: RunsApi;
  auditor: AuditorService;
  approval: ApprovalPolicy;
  verification: VerificationConfig;
}
