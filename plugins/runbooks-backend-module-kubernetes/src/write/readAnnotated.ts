import type { ReadBack } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  hasAction,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import type { WriteCall } from '../action/KubernetesAction';
import { kinds, type KindName } from '../action/kinds';

/** Whether an object carries the action id. */
export async function readAnnotated(
  kind: KindName,
  place: { cluster: string; namespace?: string; name: string; uid: string },
  { clusters, actionId, signal }: WriteCall,
): Promise<ReadBack> {
  const found = await clusters
    .client(place.cluster)
    .find<KubeObject>(addressOf(kinds[kind], place.namespace, place.name), {
      signal,
    });
  return found &&
    found.metadata.uid === place.uid &&
    hasAction(found.metadata.annotations, actionId)
    ? { state: 'applied', result: {} }
    : { state: 'absent' };
}
