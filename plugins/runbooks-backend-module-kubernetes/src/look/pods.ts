import {
  addressOf,
  labelSelectorOf,
  type Deployment,
  type KubeClient,
  type KubeObject,
  type Pod,
  type ReplicaSet,
} from '@ghostlight/reliability-kubernetes';
import { kinds } from '../action/kinds';

/** The pods that a Deployment's ReplicaSets control, without those that end already. */
export async function podsOf(
  client: KubeClient,
  { metadata, spec }: Deployment,
  signal: AbortSignal,
): Promise<Pod[]> {
  const { namespace, uid } = metadata;
  const asking = {
    query: { labelSelector: labelSelectorOf(spec.selector) },
    signal,
  };
  const [sets, pods] = await Promise.all([
    client.list<ReplicaSet>(addressOf(kinds.replicasets, namespace), asking),
    client.list<Pod>(addressOf(kinds.pods, namespace), asking),
  ]);
  const own = new Set(
    sets.items
      .filter(set => controllerOf(set)?.uid === uid)
      .map(set => set.metadata.uid),
  );
  return pods.items.filter(
    pod =>
      !pod.metadata.deletionTimestamp && own.has(controllerOf(pod)?.uid ?? ''),
  );
}

export function controllerOf({ metadata }: KubeObject) {
  return metadata.ownerReferences?.find(({ controller }) => controller);
}

export function isReady({ metadata, status }: Pod): boolean {
  return (
    !metadata.deletionTimestamp &&
    Boolean(
      status?.conditions?.some(
        condition => condition.type === 'Ready' && condition.status === 'True',
      ),
    )
  );
}

/** Part of a whole, 0 to 1, to four digits; 0 of nothing. */
export function shareOf(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, part / whole)) * 10_000) / 10_000;
}
