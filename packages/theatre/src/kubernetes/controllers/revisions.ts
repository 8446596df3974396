import type { Deployment, ReplicaSet } from '../objects';

export const revisionAnnotation = 'deployment.kubernetes.io/revision';
const historyAnnotation = 'deployment.kubernetes.io/revision-history';
const desiredAnnotation = 'deployment.kubernetes.io/desired-replicas';
const maxAnnotation = 'deployment.kubernetes.io/max-replicas';

/** What a ReplicaSet does not take over from its Deployment. */
const own = [
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  historyAnnotation,
  desiredAnnotation,
  maxAnnotation,
  'deprecated.deployment.rollback.to',
];

export function revisionOf({ metadata }: { metadata: ReplicaSet['metadata'] }) {
  return Number(metadata.annotations?.[revisionAnnotation] ?? 0);
}

/** The annotations of the ReplicaSet that a Deployment now means. */
export function annotationsFor(
  deployment: Deployment,
  set: ReplicaSet | undefined,
  options: { revision: number; surge: number },
): { [name: string]: string } {
  const known = set?.metadata.annotations ?? {};
  const before = Number(known[revisionAnnotation] ?? 0);
  const history = known[historyAnnotation];
  const { revision, surge } = options;
  const { replicas } = deployment.spec;
  const taken = Object.entries(deployment.metadata.annotations ?? {}).filter(
    ([name]) => !own.includes(name),
  );
  return {
    ...known,
    ...Object.fromEntries(taken),
    ...(before && before < revision
      ? {
          [historyAnnotation]: history ? `${history},${before}` : `${before}`,
        }
      : {}),
    [revisionAnnotation]: String(Math.max(before, revision)),
    [desiredAnnotation]: String(replicas),
    [maxAnnotation]: String(replicas + surge),
  };
}
