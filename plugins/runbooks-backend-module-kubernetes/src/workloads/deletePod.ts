import {
  addressOf,
  type Pod,
  type ReplicaSet,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import { say } from '../action/say';
import { findBudgets } from '../look/findBudgets';
import { controllerOf, isReady, shareOf } from '../look/pods';
import { findClient, findNamespace } from '../target/findPlace';
import {
  objectName,
  pinnedPlace,
  placeInput,
  type PlaceInput,
} from '../target/targetInput';
import { readRemoved, removeAll } from '../write/removeAll';

const pinned = z.object({
  ...pinnedPlace,
  owner: z.object({ kind: z.string(), name: z.string(), uid: z.string() }),
});

type Pinned = z.output<typeof pinned>;

/** Deletes one pod, which its controller makes anew. */
export const deletePod: KubernetesAction<PlaceInput & { pod: string }, Pinned> =
  {
    id: 'kubernetes:delete-pod',
    title: 'Delete a pod',
    description: 'Deletes one pod; its controller makes another one',
    input: z.strictObject({
      ...placeInput,
      pod: objectName.describe('Name of the pod'),
    }),
    pinned,
    reads: ['Pods', 'PodDisruptionBudgets', 'ReplicaSet'],
    changes: ['Pod'],
    // Its controller makes the same again.
    reversible: true,
    timeout: 10 * 60_000,

    async plan(input, call) {
      const client = findClient(input, call);
      const namespace = findNamespace(input, call, client);
      const cluster = client.cluster.name;
      const title = titleOf('pods', input.pod);
      const { signal } = call;
      const pods = await client.list<Pod>(addressOf(kinds.pods, namespace), {
        signal,
      });
      const pod = pods.items.find(
        ({ metadata }) => metadata.name === input.pod,
      );
      if (!pod)
        throw Refusal.of(
          'not-there',
          `${title} is not there in namespace ${namespace} of ${cluster}`,
          { title, namespace, cluster },
        );
      const owner = controllerOf(pod);
      if (!owner)
        throw Refusal.of(
          'no-controller',
          `${title} has no controller: nothing would make it anew`,
          { title },
        );
      const alike = pods.items.filter(
        other => controllerOf(other)?.uid === owner.uid,
      );
      const others = alike.filter(other => other !== pod);
      const { name, uid } = pod.metadata;
      return {
        client,
        target: `pod/${namespace}/${name}`,
        title: say(
          'delete-pod',
          `Delete ${title} in ${namespace} (${cluster})`,
          {
            title,
            namespace,
            cluster,
          },
        ),
        changes: [{ label: title, from: pod.status?.phase, to: '(deleted)' }],
        undo: say('made-anew', `${owner.kind} ${owner.name} makes new ones`, {
          owner: `${owner.kind} ${owner.name}`,
        }),
        share: shareOf(1, alike.length),
        healthyShare: shareOf(others.filter(isReady).length, alike.length),
        refusals: await findBudgets(client, namespace, [pod], signal),
        needs: [{ verb: 'delete', kind: 'pods', namespace, name }],
        pinned: {
          cluster,
          namespace,
          name,
          uid,
          owner: { kind: owner.kind, name: owner.name, uid: owner.uid },
        },
      };
    },

    write: ({ cluster, namespace, name, uid }, call) =>
      removeAll(
        {
          client: call.clusters.client(cluster),
          namespace,
          items: [{ kind: 'pods', name, uid }],
        },
        call,
      ),

    readBack: ({ cluster, namespace, name, uid }, call) =>
      readRemoved(
        {
          client: call.clusters.client(cluster),
          namespace,
          items: [{ kind: 'pods', name, uid }],
        },
        call,
      ),

    async observe({ cluster, namespace, name, uid, owner }, _result, call) {
      const client = call.clusters.client(cluster);
      const pod = await client.find<Pod>(
        addressOf(kinds.pods, namespace, name),
        call,
      );
      if (pod?.metadata.uid === uid)
        return {
          state: 'progressing',
          text: `${titleOf('pods', name)} is ending`,
        };
      if (owner.kind !== 'ReplicaSet')
        return { state: 'done', text: `${titleOf('pods', name)} is gone` };
      const set = await client.find<ReplicaSet>(
        addressOf(kinds.replicasets, namespace, owner.name),
        call,
      );
      const wanted =
        set?.metadata.uid === owner.uid ? set.spec.replicas ?? 1 : 0;
      // The status of the set may be of before the pod went.
      const { items } = await client.list<Pod>(
        addressOf(kinds.pods, namespace),
        call,
      );
      const ready = items.filter(
        other => controllerOf(other)?.uid === owner.uid && isReady(other),
      ).length;
      return {
        state: ready >= wanted ? 'done' : 'progressing',
        text: `${ready} of ${wanted} pods are ready`,
      };
    },
  };
