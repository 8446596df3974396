import type {
  Condition,
  Deployment,
  DeploymentStatus,
  ReplicaSet,
} from '../objects';
import { conditionOf, withCondition } from './conditions';
import { available, bounds, sum } from './scale';

/** Whether all pods are of the newest template and available, and no other is left. */
export function isComplete({ spec, status, metadata }: Deployment): boolean {
  return (
    status.updatedReplicas === spec.replicas &&
    status.replicas === spec.replicas &&
    status.availableReplicas === spec.replicas &&
    (status.observedGeneration ?? 0) >= (metadata.generation ?? 0)
  );
}

/** How far a Deployment is, from its ReplicaSets. */
export function deploymentStatus(
  deployment: Deployment,
  fresh: ReplicaSet | undefined,
  old: ReplicaSet[],
  { made, now }: { made: boolean; now: number },
): DeploymentStatus {
  const all = fresh ? [...old, fresh] : old;
  const replicas = sum(all, ({ status }) => status.replicas);
  const ready = sum(all, ({ status }) => status.readyReplicas ?? 0);
  const up = available(all);
  const next: DeploymentStatus = {
    observedGeneration: deployment.metadata.generation,
    replicas,
    updatedReplicas: fresh?.status.replicas ?? 0,
    readyReplicas: ready,
    availableReplicas: up,
    unavailableReplicas: Math.max(
      0,
      sum(all, ({ spec }) => spec.replicas) - up,
    ),
  };
  const conditions = deployment.status.conditions ?? [];
  const enough =
    up >= deployment.spec.replicas - bounds(deployment).unavailable;
  return {
    ...next,
    conditions: withCondition(
      progressing(deployment, fresh, next, conditions, { made, now }),
      {
        type: 'Available',
        status: enough ? 'True' : 'False',
        reason: enough
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: enough
          ? 'Deployment has minimum availability.'
          : 'Deployment does not have minimum availability.',
      },
      now,
    ),
  };
}

function progressing(
  deployment: Deployment,
  fresh: ReplicaSet | undefined,
  next: DeploymentStatus,
  conditions: Condition[],
  { made, now }: { made: boolean; now: number },
): Condition[] {
  const known = conditionOf(conditions, 'Progressing');
  const before = deployment.status;
  const type = 'Progressing';
  const name = fresh
    ? `ReplicaSet "${fresh.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;
  if (deployment.spec.paused) {
    return withCondition(
      conditions,
      {
        type,
        status: 'Unknown',
        reason: 'DeploymentPaused',
        message: 'Deployment is paused',
      },
      now,
    );
  }
  if (made && fresh)
    return withCondition(
      conditions,
      {
        type,
        status: 'True',
        reason: 'NewReplicaSetCreated',
        message: `Created new replica set "${fresh.metadata.name}"`,
      },
      now,
    );
  if (isComplete({ ...deployment, status: next }))
    return withCondition(
      conditions,
      {
        type,
        status: 'True',
        reason: 'NewReplicaSetAvailable',
        message: `${name} has successfully progressed.`,
      },
      now,
    );
  const moved =
    (next.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    (next.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (next.availableReplicas ?? 0) > (before.availableReplicas ?? 0) ||
    (next.replicas ?? 0) - (next.updatedReplicas ?? 0) <
      (before.replicas ?? 0) - (before.updatedReplicas ?? 0);
  if (moved || !known) return restarted(conditions, name, now);
  const deadline = deployment.spec.progressDeadlineSeconds * 1000;
  const late =
    known.reason !== 'NewReplicaSetAvailable' &&
    Date.parse(known.lastUpdateTime) + deadline < now;
  if (!late) return conditions;
  return withCondition(
    conditions,
    {
      type,
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `${name} has timed out progressing.`,
    },
    now,
  );
}

/** Progress sets the time anew, also when nothing else is different. */
function restarted(conditions: Condition[], name: string, now: number) {
  const others = conditions.filter(({ type }) => type !== 'Progressing');
  const known = conditionOf(conditions, 'Progressing');
  const [fresh] = withCondition(
    [],
    {
      type: 'Progressing',
      status: 'True',
      reason: 'ReplicaSetUpdated',
      message: `${name} is progressing.`,
    },
    now,
  );
  return [
    ...others,
    known?.status === 'True'
      ? { ...fresh, lastTransitionTime: known.lastTransitionTime }
      : fresh,
  ];
}
