import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { DeliveryService } from '@ghostlight/plugin-delivery-node';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { OutboxMessage } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { ApprovalPolicy, ExecutionContext } from '../executions';

/** What remediation needs of the rest of the plugin. */
export interface RemediationContext extends ExecutionContext {
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  delivery: DeliveryService;
  incidents: IncidentsService;
  approval: ApprovalPolicy;
  append(trx: Knex.Transaction, messages: OutboxMessage[]): Promise<void>;
  changed(refs: string[]): void;
}
