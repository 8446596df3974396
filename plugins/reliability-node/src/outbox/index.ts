export { Outbox, type OutboxOptions, type OutboxStart } from './Outbox';
export type {
  OutboxHandler,
  OutboxOutcome,
  OutboxSettlement,
} from './OutboxHandler';
export type { OutboxDelivery, OutboxMessage } from './OutboxMessage';
