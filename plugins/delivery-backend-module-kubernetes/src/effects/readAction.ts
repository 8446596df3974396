import type { ReadBack } from '@ghostlight/plugin-delivery-node';
import {
  type KubeClient,
  KubeError,
  type KubeObject,
  hasAction,
} from '@ghostlight/reliability-kubernetes';

/** Whether an object carries the action id. What cannot be asked is unknown. */
export async function readAction(options: {
  client: KubeClient;
  path: string;
  actionId: string;
  signal: AbortSignal;
}): Promise<ReadBack & { object?: KubeObject }> {
  const { client, path, actionId, signal } = options;
  try {
    const object = await client.find(path, { signal });
    if (!object || !hasAction(object.metadata.annotations, actionId))
      return { state: 'absent', ...(object && { object }) };
    const { uid, resourceVersion } = object.metadata;
    return { state: 'applied', result: { uid, resourceVersion }, object };
  } catch (error) {
    return unknown(error);
  }
}

/** Of a question that got no answer. */
export function unknown(error: unknown): ReadBack {
  if (error instanceof KubeError)
    return { state: 'unknown', error: error.message };
  throw error;
}
