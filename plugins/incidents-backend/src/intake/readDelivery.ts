import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  Adapter,
  Delivery,
  Reading,
} from '@ghostlight/plugin-incidents-node';
import {
  cleanText,
  hashOf,
  UnreadableError,
  type RejectedItem,
} from '../adapters/shared';
import type {
  IncomingDelivery,
  InboxEvent,
  QuarantinedItem,
} from './IncomingDelivery';
import { isolateItem } from './isolateItem';
import {
  cutDeep,
  safeJson,
  setDeepAside,
  type ShallowBody,
} from '@ghostlight/reliability-node';
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
  const { receivedAt } = delivery;
  let shallow: ShallowBody;
  try {
    shallow = setDeepAside(delivery.body);
  } catch (error) {
    const cut = cutDeep(delivery.body);
    return refuse(toRefusal(error, adapter), cut, { headers, receivedAt });
  }
  const { body, cut, aside, fieldOf } = shallow;
  let reading: Reading;
  try {
    reading = adapter.read({ ...delivery, body });
  } catch (error) {
    const [deep] = aside;
    const refusal = deep
      ? new UnreadableError(deep.reason, deep.field, deep.said)
      : toRefusal(error, adapter);
    return refuse(refusal, cut, { headers, receivedAt });
  }
  const events: InboxEvent[] = [];
  const rejected: RejectedItem[] = [...(reading.rejected ?? [])];
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
        const { reason, field, said } = toRefusal(error, adapter);
        rejected.push({ reason, field, said, raw: rawOf(item) ?? null });
      }
    }
  };
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
  const quarantined = [
    ...aside.slice(0, mostQuarantined).map(item => quarantinedItem(item, cut)),
    ...rejected
      .slice(0, Math.max(0, mostQuarantined - aside.length))
      .map(item => ({
        ...quarantinedItem(item, body),
        ...wordsOf({ ...item, field: fieldOf(item.field) }),
      })),
  ];
  const quarantinedCount = aside.length + rejected.length;
  const content = {
    key: keyOf(reading.deliveryId),
    headers,
    events,
    quarantined,
    quarantinedCount,
    truncated: countOf(reading.truncated),
  };
  if (events.length || !quarantinedCount) return content;
  const [first] = quarantined;
  return {
    ...content,
    key: content.key ?? unreadableKey(safeJson(cut), receivedAt),
    refusal: new UnreadableError(
      quarantinedCount === 1
        ? first.reason
        : `${first.reason}; nor can the other ${quarantinedCount - 1} be read`,
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
  const { reason, field, said } = refusal;
  return {
    key: unreadableKey(raw, options.receivedAt),
    headers: options.headers,
    events: [],
    quarantined: [{ ...wordsOf({ reason, field, said }), raw }],
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
  const text = isError(error) ? error.message : String(error);
  const message = text.slice(0, 300);
  return new UnreadableError(
    `The adapter ${adapter.id} failed on it: ${message}`,
    undefined,
    { code: 'unreadable.failed', params: { adapter: adapter.id, message } },
  );
}

function quarantinedItem(item: RejectedItem, body: JsonValue): QuarantinedItem {
  const alone = isolateItem(body, item.field);
  return {
    ...wordsOf(item),
    raw: safeJson(item.raw),
    ...(alone !== undefined && { body: safeJson(alone) }),
  };
}

function wordsOf({ reason, field, said }: Omit<RejectedItem, 'raw'>) {
  return {
    ...(said && { said: safeJson(said) }),
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
