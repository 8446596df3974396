import type {
  Adapter,
  AlertEvent,
  ChangeEvent,
  Delivery,
  FindingEvent,
} from '@ghostlight/plugin-incidents-node';
import { readDelivery } from '../../intake/readDelivery';

/** What of a delivery would be stored, with the adapter read as the intake reads it. */
export function storedOf(adapter: Adapter, delivery: Delivery) {
  const content = readDelivery(adapter, delivery);
  const of = <T>(kind: string) =>
    content.events
      .filter(event => event.kind === kind)
      .map(({ event }) => JSON.parse(event) as T);
  return {
    refused: content.refusal !== undefined,
    /** Each event as a text. */
    events: content.events.map(({ event }) => event),
    reading: {
      // What the vendor sent is kept as it is, beside.
      alerts: of<AlertEvent>('alert').map(alert => ({ ...alert, raw: '' })),
      changes: of<ChangeEvent>('change'),
      findings: of<FindingEvent>('finding'),
      rejected: content.quarantined.map(({ reason, field, raw }) => ({
        reason,
        field,
        raw: raw.slice(0, 10),
      })),
      truncated: content.truncated,
      deliveryId: content.key,
    },
    /** Where the adapter broke: what it does not understand it says so of. */
    broken: content.quarantined
      .map(({ reason }) => reason)
      .filter(reason => / failed on it: /.test(reason)),
  };
}
