import {
  deploymentProgress,
  addressOf,
  type Deployment,
} from '@ghostlight/reliability-kubernetes';
import { z } from 'zod';
import type { KubernetesAction } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { say } from '../action/say';
import { findRollout } from '../look/findRollout';
import { isReady, podsOf, shareOf } from '../look/pods';
import { takenAway } from '../look/takenAway';
import { findDeployment } from '../target/findDeployment';
import {
  deploymentInput,
  pinnedPlace,
  type DeploymentInput,
} from '../target/targetInput';
import { changePinned } from '../write/changePinned';
import { readAnnotated } from '../write/readAnnotated';
import { observationOf } from './observationOf';

/** As `kubectl rollout restart` writes it. */
export const restartedAt = 'kubectl.kubernetes.io/restartedAt';

const pinned = z.object(pinnedPlace);

/** Gives a Deployment new pods, a few at a time, as `kubectl rollout restart` does. */
export const restartRollout: KubernetesAction<
  DeploymentInput,
  z.output<typeof pinned>
> = {
  id: 'kubernetes:restart-rollout',
  title: 'Restart a rollout',
  description:
    'Gives a Deployment new pods of the same version, as its strategy says',
  input: z.strictObject(deploymentInput),
  pinned,
  reads: ['Deployment', 'ReplicaSets', 'Pods'],
  changes: ['Deployment'],
  // Nothing stays different: the same template runs afterwards.
  reversible: true,
  timeout: 20 * 60_000,

  async plan(input, call) {
    const found = await findDeployment(input, call);
    const { client, object, namespace, name, title, target, cluster } = found;
    const [pods, refusals] = await Promise.all([
      podsOf(client, object, call.signal),
      findRollout(found, call.signal),
    ]);
    const wanted = object.spec.replicas ?? 1;
    const taken = takenAway(object);
    const ready = pods.filter(isReady).length;
    return {
      client,
      target,
      title: say(
        'restart-rollout',
        `Restart ${title} in ${namespace} (${cluster})`,
        { title, namespace, cluster },
      ),
      changes: [
        {
          label: `annotation ${restartedAt}`,
          from: object.spec.template.metadata?.annotations?.[restartedAt],
          to: '(now)',
        },
      ],
      undo: say('renewed', 'Nothing stays different: the same version runs'),
      share: shareOf(taken, wanted),
      healthyShare: shareOf(Math.min(ready, wanted - taken), wanted),
      refusals: [
        ...(object.spec.paused
          ? [say('paused', `${title} is paused: resume it first`, { title })]
          : []),
        ...refusals,
      ],
      needs: [{ verb: 'patch', kind: 'deployments', namespace, name }],
      pinned: { cluster, namespace, name, uid: object.metadata.uid },
    };
  },

  write: (place, call) =>
    changePinned<Deployment>('deployments', place, call, ({ spec }) =>
      spec.paused
        ? { refuse: `${titleOf('deployments', place.name)} is paused` }
        : {
            patch: [
              {
                op: 'add',
                path: '/spec/template/metadata/annotations',
                value: {
                  ...spec.template.metadata?.annotations,
                  [restartedAt]: new Date(call.now()).toISOString(),
                },
              },
            ],
          },
    ),

  readBack: (place, call) => readAnnotated('deployments', place, call),

  async observe({ cluster, namespace, name, uid }, _result, call) {
    const deployment = await call.clusters
      .client(cluster)
      .find<Deployment>(addressOf(kinds.deployments, namespace, name), call);
    return deployment?.metadata.uid === uid
      ? observationOf(deploymentProgress(deployment))
      : {
          state: 'failed',
          text: `${titleOf('deployments', name)} was deleted`,
        };
  },
};
