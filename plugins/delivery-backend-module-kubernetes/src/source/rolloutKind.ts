import type { ReplicaSet } from '@ghostlight/reliability-kubernetes';
import {
  plainTemplate,
  revisionAnnotation,
  type Rollout,
} from '../argo/Rollout';
import { reportAbort } from './reportAbort';
import { rolloutStanding } from './rolloutStanding';
import type { WorkloadKind } from './WorkloadKind';

const hashLabel = 'rollouts-pod-template-hash';

/** Rollouts of `argoproj.io/v1alpha1`. */
export const rolloutKind: WorkloadKind<Rollout> = {
  plural: 'rollouts',
  kind: 'Rollout',
  driver: 'argo-rollouts',
  annotations: {
    revision: revisionAnnotation,
    history: `${revisionAnnotation}-history`,
  },
  hashLabel,
  remembered: 'rollout:',
  optional: true,
  templateOf: plainTemplate,
  replicasOf: ({ spec }) => spec.replicas ?? 1,
  strategyOf({ spec: { strategy } }) {
    if (strategy?.blueGreen) return 'blue-green';
    return strategy?.canary ? 'canary' : 'unknown';
  },
  currentOf({ metadata, status = {} }, history) {
    const number = Number(metadata.annotations?.[revisionAnnotation] ?? 0);
    const settled =
      Number(status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    // Its own template may be another object's (workloadRef), and the controller adds to that of the
    // ReplicaSet: what belongs together is said by the hash. A ReplicaSet that is meant again has its new
    // revision before the Rollout has.
    return settled && status.currentPodHash
      ? history.find(
          ({ set, revision }) =>
            revision === number && hashOf(set) === status.currentPodHash,
        )
      : undefined;
  },
  stableOf({ status = {} }, history) {
    const { stableRS, currentPodHash } = status;
    return stableRS && stableRS !== currentPodHash
      ? history.find(({ set }) => hashOf(set) === stableRS)
      : undefined;
  },
  standingOf: rolloutStanding,
  reportAbort: ({ owner, ...rest }) => reportAbort({ rollout: owner, ...rest }),
};

/** The Deployment in its namespace that it has its template from, as `shop/payments`. */
export function referredBy({
  metadata,
  spec: { workloadRef },
}: Rollout): string | undefined {
  return workloadRef?.kind === 'Deployment'
    ? `${metadata.namespace}/${workloadRef.name}`
    : undefined;
}

function hashOf({ metadata }: ReplicaSet): string | undefined {
  return metadata.labels?.[hashLabel];
}
