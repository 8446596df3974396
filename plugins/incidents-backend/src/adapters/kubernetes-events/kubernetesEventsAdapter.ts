import type { JsonObject, JsonValue } from '@backstage/types';
import type { Adapter, EpochMs } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  fingerprintOf,
  readItems,
  readPart,
  UnreadableError,
  valueOf,
} from '../shared';
import { kubernetesEvent } from './kubernetesEvent';
import { readChange } from './readChange';
import { readWarning } from './readWarning';

const anything = z.looseObject({});
const watchTypes = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);

/**
 * Events of Kubernetes: `v1` and `events.k8s.io/v1`, one, a list (`kubectl get events -o json`), or the
 * `{type, object}` of a watch, one or several.
 *
 * A Warning becomes an alert with the fingerprint of cluster, object and reason. Kubernetes tells what
 * happened, never that it is over: no `resolved`, and the end of an event's life (`DELETED`, an hour
 * later) is none. A Normal event becomes a change where it means one, see `readChange`; the others
 * are taken and make nothing.
 *
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/ (read November
 * 2026)
 */
export const kubernetesEventsAdapter: Adapter = {
  id: 'kubernetes-events',
  title: 'Kubernetes events',
  contract: 'Event of v1 and events.k8s.io/v1, list or watch',
  read({ body, receivedAt }) {
    if (Array.isArray(body)) return read(body, '', receivedAt);
    if (typeof body !== 'object' || body === null) {
      throw new UnreadableError(
        'expected an object. Send events as the API server has them',
        'body',
      );
    }
    if ('items' in body) {
      if (Array.isArray(body.items))
        return read(body.items, 'items', receivedAt);
      throw new UnreadableError(
        'expected a list. Send a list of events as the API server has it',
        'items',
      );
    }
    const reading = read([body], '', receivedAt);
    return {
      ...reading,
      // There is one item, so its path begins at the body.
      rejected: reading.rejected.map(({ field, ...others }) => {
        const inside = field?.replace(/^\[0\]\.?/, '');
        return { ...others, ...(inside && { field: inside }) };
      }),
      ...deliveryIdOf(body),
    };
  },
};

function read(items: JsonValue[], path: string, receivedAt: EpochMs) {
  return readItems(items, {
    path,
    schema: anything,
    read(item, raw, itemPath) {
      if (!('object' in item)) return readEvent(raw, itemPath, receivedAt);
      const { type, object } = item;
      if (typeof type !== 'string' || !watchTypes.has(type)) {
        throw new UnreadableError(
          'not an event of a watch: expected ADDED or MODIFIED',
          `${itemPath}.type`,
          valueOf('ADDED, MODIFIED'),
        );
      }
      if (type === 'DELETED' || type === 'BOOKMARK') return {};
      return readEvent(object as JsonValue, `${itemPath}.object`, receivedAt);
    },
  });
}

function readEvent(raw: JsonValue, path: string, receivedAt: EpochMs) {
  const event = readPart(kubernetesEvent, raw, path);
  const context = { raw, path, receivedAt };
  return event.type === 'Warning'
    ? readWarning(event, context)
    : readChange(event, context);
}

/** The API server changes the resource version each time that it counts an event again. */
function deliveryIdOf(body: JsonObject): { deliveryId?: string } {
  const { metadata } = (body.object ?? body) as JsonObject;
  if (typeof metadata !== 'object' || !metadata || Array.isArray(metadata))
    return {};
  const { uid, resourceVersion } = metadata;
  if (typeof uid !== 'string' || typeof resourceVersion !== 'string') return {};
  return { deliveryId: fingerprintOf(`${uid}:${resourceVersion}`) };
}
