import {
  addressOf,
  changedBy,
  deploymentProgress,
  type Deployment,
} from '@ghostlight/reliability-kubernetes';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { z } from 'zod';
import type { KubernetesAction, PlanCall } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { say } from '../action/say';
import { findAutoscaler } from '../look/findAutoscaler';
import { findRollout } from '../look/findRollout';
import { isReady, podsOf, shareOf } from '../look/pods';
import { findDeployment, type FoundDeployment } from '../target/findDeployment';
import {
  deploymentInput,
  pinnedPlace,
  type DeploymentInput,
} from '../target/targetInput';
import { changePinned } from '../write/changePinned';
import { readAnnotated } from '../write/readAnnotated';
import { observationOf } from './observationOf';

const id = 'kubernetes:scale';

const pinned = z.object({
  ...pinnedPlace,
  from: z.number().int(),
  to: z.number().int(),
});

/** Gives a Deployment more or fewer pods. */
export const scale: KubernetesAction<
  DeploymentInput & { replicas: number },
  z.output<typeof pinned>
> = {
  id,
  title: 'Scale',
  description: 'Gives a Deployment more or fewer pods',
  input: z.strictObject({
    ...deploymentInput,
    replicas: z.number().int().min(0).max(1000).describe('How many pods'),
  }),
  pinned,
  reads: ['Deployment', 'ReplicaSets', 'Pods', 'HorizontalPodAutoscalers'],
  changes: ['Deployment'],
  reversible: true,
  timeout: 20 * 60_000,

  async plan(input, call) {
    const found = await findDeployment(input, call);
    const { client, object, namespace, name, title, target, cluster } = found;
    const [pods, refusals] = await Promise.all([
      podsOf(client, object, call.signal),
      findRefusals(found, input.replicas, call),
    ]);
    const from = object.spec.replicas ?? 1;
    const to = input.replicas;
    const ready = pods.filter(isReady).length;
    return {
      client,
      target,
      title: say(
        'scale',
        `Scale ${title} in ${namespace} (${cluster}) from ${from} to ${to} pods`,
        { title, namespace, cluster, from, to },
      ),
      changes: [{ label: 'replicas', from: String(from), to: String(to) }],
      undo: say('scale-back', `Scale it back to ${from} pods`, { from }),
      share: shareOf(from - to, from),
      ...(from > 0 && { healthyShare: shareOf(Math.min(ready, to), from) }),
      refusals,
      needs: [{ verb: 'patch', kind: 'deployments', namespace, name }],
      pinned: { cluster, namespace, name, uid: object.metadata.uid, from, to },
    };
  },

  write: (wanted, call) =>
    changePinned<Deployment>(
      'deployments',
      wanted,
      call,
      ({ metadata, spec }) => {
        const now = spec.replicas ?? 1;
        return now === wanted.from
          ? {
              patch: [{ op: 'add', path: '/spec/replicas', value: wanted.to }],
            }
          : {
              refuse: `${titleOf(
                'deployments',
                wanted.name,
              )} was scaled to ${now} meanwhile by ${changedBy(metadata, [
                'spec',
                'replicas',
              ])}`,
            };
      },
    ),

  readBack: (place, call) => readAnnotated('deployments', place, call),

  async observe({ cluster, namespace, name, uid, to }, _result, call) {
    const title = titleOf('deployments', name);
    const deployment = await call.clusters
      .client(cluster)
      .find<Deployment>(addressOf(kinds.deployments, namespace, name), call);
    if (deployment?.metadata.uid !== uid)
      return { state: 'failed', text: `${title} was deleted` };
    const now = deployment.spec.replicas ?? 1;
    if (now !== to)
      return {
        state: 'failed',
        text: `${title} was scaled to ${now} by ${changedBy(
          deployment.metadata,
          ['spec', 'replicas'],
        )}`,
      };
    return observationOf(deploymentProgress(deployment));
  },

  undo: ({ cluster, namespace, name, from }) => ({
    action: id,
    input: { cluster, namespace, name, replicas: from },
  }),
};

async function findRefusals(
  found: FoundDeployment,
  to: number,
  { signal }: PlanCall,
): Promise<Sentence[]> {
  const { title, object } = found;
  const from = object.spec.replicas ?? 1;
  const [autoscaler, rollouts] = await Promise.all([
    findAutoscaler(found, signal),
    findRollout(found, signal),
  ]);
  const hpa = autoscaler?.metadata.name ?? '';
  return [
    ...(from === to
      ? [say('scaled', `${title} has ${to} pods already`, { title, to })]
      : []),
    // An autoscaler leaves alone what has no pods.
    ...(autoscaler && from > 0 && to > 0
      ? [
          say(
            'autoscaled',
            `HorizontalPodAutoscaler ${hpa} decides how many pods ${title} has: change its limits`,
            { title, autoscaler: hpa },
          ),
        ]
      : []),
    ...rollouts,
  ];
}
