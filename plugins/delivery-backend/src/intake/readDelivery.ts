import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  ChangeAdapter,
  ChangeReport,
} from '@ghostlight/plugin-delivery-node';
import {
  cleanLine,
  fingerprintOf,
  setDeepAside,
  UnreadableError,
} from '@ghostlight/reliability-node';
import { sealReport } from '../changes';

/** What is told of what made no sense, at most. */
const mostTold = 100;

/** An item that made no sense. */
export interface Rejection {
  field?: string;
  reason: string;
}

/** A delivery, read and ready to be taken down. */
export interface DeliveryContent {
  /** Identity at the sender; a repeat is dropped. */
  key?: string;
  changes: ChangeReport[];
  rejected: Rejection[];
}

/**
 * Has an adapter read a delivery. One bad item of many is told and left, and the others go on.
 *
 * @throws UnreadableError when nothing of it makes sense
 */
export function readDelivery(
  adapter: ChangeAdapter,
  delivery: {
    body: JsonValue;
    headers: Record<string, string>;
    receivedAt: number;
  },
): DeliveryContent {
  const { body, aside, fieldOf } = setDeepAside(delivery.body);
  const rejected: Rejection[] = aside.map(({ reason, field }) => ({
    reason,
    field,
  }));
  const reading = attempt(adapter, () => adapter.read({ ...delivery, body }));
  for (const { reason, field } of reading.rejected ?? [])
    rejected.push({ reason: cleanLine(reason, 500), field: fieldOf(field) });
  const changes: ChangeReport[] = [];
  for (const change of reading.changes) {
    try {
      changes.push(attempt(adapter, () => sealReport(change)));
    } catch (error) {
      const { reason, field } = error as UnreadableError;
      rejected.push({ reason, field });
    }
  }
  if (rejected.length && !changes.length) {
    const [{ reason, field }] = rejected;
    throw new UnreadableError(
      rejected.length === 1
        ? reason
        : `${reason}; nor can the other ${rejected.length - 1} be read`,
      field,
    );
  }
  return {
    key: fingerprintOf(reading.deliveryId) || undefined,
    changes,
    rejected: rejected.slice(0, mostTold),
  };
}

/** An adapter that breaks is told to the sender as something that it cannot read. */
function attempt<T>(adapter: ChangeAdapter, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const message = isError(error) ? error.message : String(error);
    throw new UnreadableError(
      isError(error) && error.name === 'InputError'
        ? message
        : `The adapter ${adapter.id} failed on it: ${message.slice(0, 300)}`,
    );
  }
}
