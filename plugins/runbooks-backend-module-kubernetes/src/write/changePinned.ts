import type { JsonObject } from '@backstage/types';
import type { ActOutcome } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  changeObject,
  hasAction,
  rememberAction,
  type JsonPatchOperation,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import type { WriteCall } from '../action/KubernetesAction';
import { kinds, titleOf, type KindName } from '../action/kinds';

/**
 * Changes the object that was planned for, with the action id in the same patch. Once it carries the id
 * nothing is done any more.
 */
export function changePinned<T extends KubeObject>(
  kind: KindName,
  place: { cluster: string; namespace?: string; name: string; uid: string },
  call: WriteCall,
  decide: (
    current: T,
  ) =>
    | { refuse: string }
    | { patch: JsonPatchOperation[] }
    | { applied: JsonObject },
): Promise<ActOutcome> {
  const title = titleOf(kind, place.name);
  const { clusters, actionId, signal, dryRun } = call;
  return changeObject<T>({
    client: clusters.client(place.cluster),
    path: addressOf(kinds[kind], place.namespace, place.name),
    title,
    signal,
    dryRun,
    decide: current => {
      const { annotations, uid } = current.metadata;
      if (hasAction(annotations, actionId)) return { applied: {} };
      if (uid !== place.uid)
        return {
          refuse: `${title} was deleted and made anew meanwhile; plan again`,
        };
      const decision = decide(current);
      if (!('patch' in decision)) return decision;
      return {
        patch: [
          ...decision.patch,
          {
            op: 'add',
            path: '/metadata/annotations',
            value: rememberAction(annotations, actionId),
          },
        ],
      };
    },
    resultOf: () => ({}),
  });
}
