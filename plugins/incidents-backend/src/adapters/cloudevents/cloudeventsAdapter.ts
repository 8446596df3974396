import type { JsonValue } from '@backstage/types';
import type { Adapter, EpochMs } from '@ghostlight/plugin-incidents-node';
import {
  hashOf,
  instantOf,
  issueOf,
  readItems,
  UnreadableError,
  type ItemReading,
} from '../shared';
import { readCdEvent } from './cdEvents';
import { at, binaryHeaders, cloudEvent, dataOf, eventsOf } from './cloudEvent';
import { readPlainAlert, readPlainChange } from './plainEvents';

/** The type by which a change that CDEvents has no word for is told. */
export const changeType = 'dev.ghostlight.change';

/**
 * CloudEvents 1.0 over HTTP, structured, binary and batch: CDEvents become changes, and alerts where
 * they are about incidents; all other types are alerts in the form of our README.
 *
 * Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 * and https://github.com/cdevents/spec (0.3 to 0.6)
 */
export const cloudeventsAdapter: Adapter = {
  id: 'cloudevents',
  title: 'CloudEvents and CDEvents',
  contract: 'CloudEvents 1.0 over HTTP, CDEvents 0.3 to 0.6',
  headers: binaryHeaders,
  read(delivery) {
    const { receivedAt } = delivery;
    const { items, batch } = eventsOf(delivery);
    const deliveryId = deliveryIdOf(items);
    if (batch) {
      return {
        deliveryId,
        ...readItems(items, {
          path: '',
          schema: cloudEvent,
          read: (_event, raw, path) => readOne(raw, path, receivedAt),
        }),
      };
    }
    return { alerts: [], deliveryId, ...readOne(items[0], '', receivedAt) };
  },
};

function readOne(
  raw: JsonValue,
  path: string,
  receivedAt: EpochMs,
): ItemReading {
  const parsed = cloudEvent.safeParse(raw);
  if (!parsed.success) {
    const { reason, field, said } = issueOf(parsed.error, path);
    throw new UnreadableError(reason, field, said);
  }
  const event = parsed.data;
  const time = instantOf(event.time, at(path, 'time')) ?? receivedAt;
  const options = { event, data: dataOf(event, path), raw, path, time };
  if (event.type.startsWith('dev.cdevents.')) return readCdEvent(options);
  if (event.type.startsWith(changeType)) return readPlainChange(options);
  return readPlainAlert(options);
}

/** `source` and `id` together tell an event from any other. */
function deliveryIdOf(items: JsonValue[]): string | undefined {
  const ids = items.map(item => {
    const { source, id } = (item ?? {}) as { source?: unknown; id?: unknown };
    return typeof source === 'string' && typeof id === 'string'
      ? hashOf(source, id)
      : undefined;
  });
  const known = ids.filter(id => id !== undefined);
  if (!known.length || known.length < ids.length) return undefined;
  return known.length === 1 ? known[0] : hashOf(...known);
}
