import {
  type Deployment,
  deploymentProgress,
  progressingOf,
} from '@ghostlight/reliability-kubernetes';

/** What became of the revision that a Deployment means now, which a ReplicaSet has. */
export function outcomeOf(
  deployment: Deployment,
  replicaSet: string,
): {
  outcome: 'running' | 'succeeded' | 'failed';
  finishedAt?: number;
} {
  const progressing = progressingOf(deployment, replicaSet);
  const at = Date.parse(progressing?.lastUpdateTime ?? '') || undefined;
  const finishedAt = at ? { finishedAt: at } : {};
  // Once through, pods may come and go without it being a rollout.
  if (progressing?.reason === 'NewReplicaSetAvailable')
    return { outcome: 'succeeded', ...finishedAt };
  return deploymentProgress(deployment, replicaSet).state === 'failed'
    ? { outcome: 'failed', ...finishedAt }
    : { outcome: 'running' };
}
