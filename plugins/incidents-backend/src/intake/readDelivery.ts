import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  Adapter,
  Delivery,
  Reading,
} from '@ghostlight/plugin-incidents-node';
import { cleanText, hashOf, UnreadableError } from '../adapters/shared';
import type {
  IncomingDelivery,
  InboxEvent,
  QuarantinedItem,
} from './IncomingDelivery';
import { isolateItem } from './isolateItem';
import { safeJson } from './safeJson';
import { sealAlert, sealChange, sealFinding } from './sealEvents';

/** Items of one delivery that quarantine keeps; the rest is counted. */
const mostQuarantined = 100;
const longestKey = 300;
const hour = 3_600_000;

/** What an adapter makes of a delivery. */
export type DeliveryContent = Pick<
  IncomingDelivery,
  | 'key'
  | 'headers'
  | 'events'
  | 'quarantined'
  | 'quarantinedCount'
  | 'truncated'
> & {
  /** Why nothing of it makes sense: the sender is told, and the whole body is in quarantine. */
  refusal?: UnreadableError;
};

/**
 * Has an adapter read a delivery. Never throws for what is in it: what makes no sense, or breaks the
 * adapter, is to be quarantined, and the rest goes on.
 */
export function readDelivery(
  adapter: Adapter,
  delivery: Delivery,
): DeliveryContent {
  const headers = safeJson(delivery.headers);
  let reading: Reading;
  try {
    reading = adapter.read(delivery);
  } catch (error) {
    return refuse(toRefusal(error, adapter), delivery.body, {
      headers,
      receivedAt: delivery.receivedAt,
    });
  }
  const events: InboxEvent[] = [];
  const rejected: { reason: string; field?: string; raw: JsonValue }[] = [
    ...(reading.rejected ?? []),
  ];
  const seal = <T>(
    kind: InboxEvent['kind'],
    items: readonly T[] | undefined,
    make: (item: T) => object,
    rawOf: (item: T) => JsonValue,
  ) => {
    for (const item of items ?? []) {
      try {
        const event = safeJson(make(item));
        events.push({ kind, event, raw: safeJson(rawOf(item)) });
      } catch (error) {
        const { reason, field } = toRefusal(error, adapter);
        rejected.push({ reason, field, raw: rawOf(item) ?? null });
      }
    }
  };
  const { receivedAt } = delivery;
  seal(
    'alert',
    reading.alerts,
    alert => sealAlert(alert, receivedAt),
    alert => alert.raw,
  );
  seal(
    'change',
    reading.changes,
    change => sealChange(change, receivedAt),
    () => null,
  );
  seal('finding', reading.findings, sealFinding, () => null);
  const quarantined = rejected
    .slice(0, mostQuarantined)
    .map(item => quarantinedItem(item, delivery.body));
  const content = {
    key: keyOf(reading.deliveryId),
    headers,
    events,
    quarantined,
    quarantinedCount: rejected.length,
    truncated: countOf(reading.truncated),
  };
  if (events.length || !rejected.length) return content;
  const [first] = quarantined;
  return {
    ...content,
    key: content.key ?? unreadableKey(safeJson(delivery.body), receivedAt),
    refusal: new UnreadableError(
      rejected.length === 1
        ? first.reason
        : `${first.reason}; nor can the other ${rejected.length - 1} be read`,
      first.field,
    ),
  };
}

/** A body of which nothing makes sense. */
export function refuse(
  refusal: UnreadableError,
  body: JsonValue,
  options: { headers: string; receivedAt: number },
): DeliveryContent {
  const raw = safeJson(body);
  const { reason, field } = refusal;
  return {
    key: unreadableKey(raw, options.receivedAt),
    headers: options.headers,
    events: [],
    quarantined: [{ ...wordsOf(reason, field), raw }],
    quarantinedCount: 1,
    truncated: 0,
    refusal,
  };
}

/** An adapter that breaks is a fault of ours; the delivery waits in quarantine for its repair. */
function toRefusal(error: unknown, adapter: Adapter): UnreadableError {
  if (error instanceof UnreadableError) return error;
  if (isError(error) && error.name === 'InputError')
    return new UnreadableError(error.message);
  const message = isError(error) ? error.message : String(error);
  return new UnreadableError(
    `The adapter ${adapter.id} failed on it: ${message.slice(0, 300)}`,
  );
}

function quarantinedItem(
  item: { reason: string; field?: string; raw: JsonValue },
  body: JsonValue,
): QuarantinedItem {
  const alone = isolateItem(body, item.field);
  return {
    ...wordsOf(item.reason, item.field),
    raw: safeJson(item.raw),
    ...(alone !== undefined && { body: safeJson(alone) }),
  };
}

function wordsOf(reason: string, field: string | undefined) {
  return {
    reason: cleanText(reason, 1_000) || 'It makes no sense',
    field: cleanText(field, 250) || undefined,
  };
}

/** Who sends what cannot be read sends it again; the same body is kept once an hour. */
function unreadableKey(body: string, receivedAt: number): string {
  return `unreadable:${hashOf(body)}:${Math.floor(receivedAt / hour)}`;
}

function keyOf(id: unknown): string | undefined {
  if (typeof id !== 'string' || !id) return undefined;
  const key = cleanText(id, longestKey);
  return key === id ? key : hashOf(id);
}

function countOf(value: unknown): number {
  return typeof value === 'number' && value > 0
    ? Math.min(Math.floor(value), 1_000_000)
    : 0;
}
