import { InputError } from '@backstage/errors';
import type {
  DriverStep,
  ExternalRollout,
  RolloutDriver,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import {
  type Clusters,
  type ReplicaSet,
  labelSelectorOf,
} from '@ghostlight/reliability-kubernetes';
import { Effects } from '../effects/Effects';
import type { PatchRollout } from '../effects/patchRollout';
import { pathOf } from '../kube/paths';
import { describeRollout } from './describeRollout';
import type { Rollout } from './Rollout';

const titles: Record<PatchRollout['control'], string> = {
  abort: 'Abort, back to the stable version',
  retry: 'Try again from the first step',
  promote: 'Go on after this pause',
  'promote-fully': 'Skip the remaining steps',
  pause: 'Pause',
  resume: 'Resume',
};

/** Rollouts that Argo Rollouts runs: seen, and told what to do. */
export const ArgoRollouts = {
  create({ clusters }: { clusters: Clusters }): RolloutDriver {
    const effects = Effects.create(clusters);
    return {
      async plan() {
        throw new InputError(
          'Argo Rollouts ships by the strategy that the Rollout itself has: change its image, and it begins',
        );
      },
      observe: (step, call) => effects.observe(step, call),
      external: (target, signal) => external(clusters, target, signal),
      control,
    };
  },
};

async function external(
  clusters: Clusters,
  target: TargetRef,
  signal: AbortSignal,
): Promise<ExternalRollout[]> {
  const { client, namespace, name } = clusters.place(target, 'rollouts');
  const rollout = await client.find<Rollout>(
    pathOf('rollouts', namespace, name),
    { signal },
  );
  if (!rollout) return [];
  const { items } = await client.list<ReplicaSet>(
    pathOf('replicasets', namespace),
    {
      query: { labelSelector: labelSelectorOf(rollout.spec.selector) },
      signal,
    },
  );
  const sets = items.filter(({ metadata }) =>
    metadata.ownerReferences?.some(({ uid }) => uid === rollout.metadata.uid),
  );
  return [describeRollout(target, rollout, sets)];
}

function control(
  { target, key, step = 0 }: ExternalRollout,
  action: ExternalRollout['controls'][number],
): DriverStep {
  const [cluster, namespace, , name] = target.ref.split('/');
  const [, podHash] = key.split('@');
  const pinned: PatchRollout = {
    op: 'patch-rollout',
    object: { cluster, kind: 'rollouts', namespace, name },
    control: action,
    podHash,
    stepIndex: step,
  };
  return {
    id: `rollout-${action}`,
    title: titles[action],
    reversible: action === 'pause' || action === 'resume',
    pinned,
  };
}
