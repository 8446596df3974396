import type { ActOutcome } from '@ghostlight/plugin-runbooks-node';
import {
  addressOf,
  deploymentProgress,
  type Deployment,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction, WriteCall } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { say } from '../action/say';
import { findBudgets } from '../look/findBudgets';
import { isReady, podsOf, shareOf } from '../look/pods';
import { findDeployment } from '../target/findDeployment';
import {
  deploymentInput,
  pinnedPlace,
  type DeploymentInput,
} from '../target/targetInput';
import {
  findLeft,
  readRemoved,
  removeAll,
  type Removal,
} from '../write/removeAll';
import { choosePods, preferences, type Preference } from './choosePods';
import { countOf, tooFew } from './minimumHealthy';
import { observationOf } from './observationOf';

const pinned = z.object({
  ...pinnedPlace,
  pods: z.array(z.object({ name: z.string(), uid: z.string() })).max(1000),
  /** So many others must be ready when it begins. */
  minimum: z.number().int(),
});

type Pinned = z.output<typeof pinned>;

interface Input extends DeploymentInput {
  count?: number;
  share?: number;
  prefer: Preference;
  minimumHealthyShare: number;
}

/** Deletes some pods of a Deployment at once, and never so many that too few are left. */
export const deletePods: KubernetesAction<Input, Pinned> = {
  id: 'kubernetes:delete-pods',
  title: 'Delete a share of the pods',
  description:
    'Deletes some pods of a Deployment at once, as long as enough others are ready; they are made anew',
  input: z.strictObject({
    ...deploymentInput,
    count: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('How many pods. Default: one'),
    share: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('Instead of count: part of the pods, 0 to 1; at least one'),
    prefer: z
      .enum(preferences)
      .default('any')
      .describe('Which: by chance, those that are not ready, or the oldest'),
    minimumHealthyShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Part of the wanted pods that must stay ready, 0 to 1'),
  }),
  pinned,
  reads: ['Deployment', 'ReplicaSets', 'Pods', 'PodDisruptionBudgets'],
  changes: ['Pods'],
  // Their controller makes the same again.
  reversible: true,
  timeout: 20 * 60_000,

  async plan(input, call) {
    const found = await findDeployment(input, call);
    const { client, object, namespace, name, title, target, cluster } = found;
    const { signal } = call;
    const pods = await podsOf(client, object, signal);
    const wanted = object.spec.replicas ?? 1;
    const count = countOf(input, pods.length);
    const chosen = choosePods(pods, count, input.prefer);
    const healthy = pods.filter(
      pod => isReady(pod) && !chosen.includes(pod),
    ).length;
    const minimum = Math.ceil(input.minimumHealthyShare * wanted);
    return {
      client,
      target,
      title: say(
        'delete-pods',
        `Delete ${chosen.length} of ${pods.length} pods of ${title} in ${namespace} (${cluster})`,
        { count: chosen.length, of: pods.length, title, namespace, cluster },
      ),
      changes: chosen.map(({ metadata, status }) => ({
        label: titleOf('pods', metadata.name),
        from: status?.phase,
        to: '(deleted)',
      })),
      undo: say('made-anew', `${title} makes new ones`, { owner: title }),
      share: shareOf(chosen.length, Math.max(wanted, pods.length)),
      healthyShare: shareOf(healthy, wanted),
      refusals: [
        ...(chosen.length
          ? []
          : [say('no-pods', `${title} has no pods`, { title })]),
        ...tooFew(healthy, minimum),
        ...(await findBudgets(client, namespace, chosen, signal)),
      ],
      needs: [{ verb: 'delete', kind: 'pods', namespace }],
      pinned: {
        cluster,
        namespace,
        name,
        uid: object.metadata.uid,
        pods: chosen.map(pod => ({
          name: pod.metadata.name,
          uid: pod.metadata.uid,
        })),
        minimum,
      },
    };
  },

  async write(wanted, call) {
    const removal = removalOf(wanted, call);
    const left = await findLeft(removal, call);
    const begun = left.length < removal.items.length;
    const unsafe = left.length
      ? await checkHealth(
          wanted,
          left.map(({ uid }) => uid),
          call,
        )
      : undefined;
    if (!unsafe) return removeAll(removal, call);
    return begun
      ? {
          state: 'applied',
          result: {
            gone: removal.items.length - left.length,
            left: left.length,
          },
        }
      : unsafe;
  },

  readBack: (wanted, call) => readRemoved(removalOf(wanted, call), call),

  async observe(wanted, _result, call) {
    const { cluster, namespace, name, uid, pods } = wanted;
    const client = call.clusters.client(cluster);
    const deployment = await client.find<Deployment>(
      addressOf(kinds.deployments, namespace, name),
      call,
    );
    if (deployment?.metadata.uid !== uid)
      return {
        state: 'failed',
        text: `${titleOf('deployments', name)} was deleted`,
      };
    // Its status may be of before the pods went.
    const now = await podsOf(client, deployment, call.signal);
    const ready = now.filter(
      pod =>
        isReady(pod) && !pods.some(victim => victim.uid === pod.metadata.uid),
    ).length;
    const seen = deploymentProgress(deployment);
    if (seen.state === 'failed') return observationOf(seen);
    const count = deployment.spec.replicas ?? 1;
    return {
      state: ready >= count ? 'done' : 'progressing',
      text: `${ready} of ${count} pods are ready`,
    };
  },
};

function removalOf(
  { cluster, namespace, pods }: Pinned,
  { clusters }: WriteCall,
): Removal {
  return {
    client: clusters.client(cluster),
    namespace,
    items: pods.map(pod => ({ kind: 'pods' as const, ...pod })),
  };
}

/** Why the pods may not go now, with as many ready as there are by now. */
async function checkHealth(
  { cluster, namespace, name, uid, minimum }: Pinned,
  victims: string[],
  { clusters, signal }: WriteCall,
): Promise<ActOutcome | undefined> {
  const client = clusters.client(cluster);
  const title = titleOf('deployments', name);
  const deployment = await client.find<Deployment>(
    addressOf(kinds.deployments, namespace, name),
    { signal },
  );
  if (deployment?.metadata.uid !== uid)
    return { state: 'refused', error: `${title} was deleted meanwhile` };
  const pods = await podsOf(client, deployment, signal);
  const isVictim = (pod: { metadata: { uid: string } }) =>
    victims.includes(pod.metadata.uid);
  const healthy = pods.filter(pod => isReady(pod) && !isVictim(pod)).length;
  const refusals = [
    ...tooFew(healthy, minimum),
    ...(await findBudgets(client, namespace, pods.filter(isVictim), signal)),
  ];
  return refusals.length
    ? { state: 'refused', error: refusals.map(({ text }) => text).join('; ') }
    : undefined;
}
