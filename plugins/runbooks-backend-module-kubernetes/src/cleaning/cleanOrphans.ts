import {
  addressOf,
  type Pod,
  type ReplicaSet,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import { kinds } from '../action/kinds';
import { say } from '../action/say';
import { controllerOf } from '../look/pods';
import { cleaningInput, createCleaning, type Waste } from './createCleaning';

/** Removes what nobody looks after: empty ReplicaSets without an owner, pods that are over without one, evicted pods. */
export const cleanOrphans = createCleaning({
  id: 'kubernetes:clean-orphans',
  title: 'Clean up orphans',
  description:
    'Deletes evicted pods, and pods that are over and empty ReplicaSets that belong to nothing',
  input: z.strictObject(cleaningInput),
  kinds: ['pods', 'replicasets'],
  said: (count, { namespace, cluster }) =>
    say(
      'clean-orphans',
      `Delete ${count} orphans in ${namespace} (${cluster})`,
      { count, namespace, cluster },
    ),
  async find(_input, { client, namespace, query, signal }) {
    const asking = { query, signal };
    const [sets, pods] = await Promise.all([
      client.list<ReplicaSet>(addressOf(kinds.replicasets, namespace), asking),
      client.list<Pod>(addressOf(kinds.pods, namespace), asking),
    ]);
    return [
      ...sets.items.flatMap(wasteOfSet),
      ...pods.items.flatMap(wasteOfPod),
    ];
  },
});

function wasteOfSet(set: ReplicaSet): Waste[] {
  const { metadata, spec, status } = set;
  const { name, uid, resourceVersion } = metadata;
  const since = Date.parse(metadata.creationTimestamp ?? '');
  const isEmpty = spec.replicas === 0 && !status?.replicas;
  if (!isEmpty || metadata.ownerReferences?.length || !since) return [];
  return [
    {
      kind: 'replicasets',
      name,
      uid,
      resourceVersion,
      what: 'no pods, no owner',
      since,
    },
  ];
}

function wasteOfPod(pod: Pod): Waste[] {
  const { metadata, status } = pod;
  const { name, uid, resourceVersion } = metadata;
  const evicted = status?.phase === 'Failed' && status.reason === 'Evicted';
  const over = status?.phase === 'Succeeded' && !controllerOf(pod);
  const since = Date.parse(endOf(pod));
  if (!(evicted || over) || metadata.deletionTimestamp || !since) return [];
  const what = evicted ? 'evicted' : 'completed';
  return [{ kind: 'pods', name, uid, resourceVersion, what, since }];
}

/** When it ended, as far as it says; not before it was made. */
function endOf({ metadata, status }: Pod): string {
  const ends = (status?.conditions ?? [])
    .map(({ lastTransitionTime }) => lastTransitionTime ?? '')
    .sort();
  return ends.at(-1) || (metadata.creationTimestamp ?? '');
}
