import type { Deployment, ReplicaSet } from '../objects';

export function sum(sets: ReplicaSet[], of: (set: ReplicaSet) => number) {
  return sets.reduce((total, set) => total + of(set), 0);
}

export function specified(sets: ReplicaSet[]) {
  return sum(sets, ({ spec }) => spec.replicas);
}

export function available(sets: ReplicaSet[]) {
  return sum(sets, ({ status }) => status.availableReplicas ?? 0);
}

/** How many pods more and how many less there may be, of percentages rounded up and down. */
export function bounds({ spec }: Deployment): {
  surge: number;
  unavailable: number;
} {
  const { rollingUpdate, type } = spec.strategy;
  if (type !== 'RollingUpdate' || !rollingUpdate)
    return { surge: 0, unavailable: 0 };
  const surge = resolve(rollingUpdate.maxSurge, spec.replicas, Math.ceil);
  const unavailable = resolve(
    rollingUpdate.maxUnavailable,
    spec.replicas,
    Math.floor,
  );
  return surge || unavailable
    ? { surge, unavailable }
    : { surge, unavailable: 1 };
}

function resolve(
  value: number | string,
  of: number,
  round: (value: number) => number,
) {
  return typeof value === 'string' && value.endsWith('%')
    ? round((Number(value.slice(0, -1)) * of) / 100)
    : Number(value);
}

/** How many replicas the new ReplicaSet may have now. */
export function newReplicas(
  deployment: Deployment,
  all: ReplicaSet[],
  current: number,
): number {
  const { replicas, strategy } = deployment.spec;
  if (strategy.type !== 'RollingUpdate' || current >= replicas) return replicas;
  const room = replicas + bounds(deployment).surge - specified(all);
  return current + Math.max(0, Math.min(room, replicas - current));
}

/** How many replicas each old ReplicaSet keeps, those with unhealthy pods giving first. */
export function oldReplicas(
  deployment: Deployment,
  old: ReplicaSet[],
  fresh: ReplicaSet,
): Map<ReplicaSet, number> {
  const left = new Map(old.map(set => [set, set.spec.replicas]));
  const all = [...old, fresh];
  const floor = deployment.spec.replicas - bounds(deployment).unavailable;
  const missing = fresh.spec.replicas - (fresh.status.availableReplicas ?? 0);
  let most = specified(all) - floor - missing;
  if (most <= 0 || !specified(old)) return left;
  for (const set of old) {
    const unhealthy = set.spec.replicas - (set.status.availableReplicas ?? 0);
    const taken = Math.max(0, Math.min(unhealthy, most));
    left.set(set, left.get(set)! - taken);
    most -= taken;
  }
  let healthy = available(all) - floor;
  for (const set of old) {
    const taken = Math.max(0, Math.min(left.get(set)!, healthy, most));
    left.set(set, left.get(set)! - taken);
    healthy -= taken;
    most -= taken;
  }
  return left;
}
