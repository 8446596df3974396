import type { Deployment } from '@ghostlight/reliability-kubernetes';
import { revision, revisionHistory } from '../describe/annotations';
import { templateDigest } from '../describe/templates';
import { outcomeOf } from './outcomeOf';
import type { WorkloadKind } from './WorkloadKind';

/** Deployments of `apps/v1`. */
export const deploymentKind: WorkloadKind<Deployment> = {
  plural: 'deployments',
  kind: 'Deployment',
  driver: 'kubernetes',
  annotations: { revision, history: revisionHistory },
  hashLabel: 'pod-template-hash',
  remembered: '',
  optional: false,
  templateOf: set => set.spec.template,
  replicasOf: ({ spec }) => spec.replicas ?? 1,
  strategyOf: ({ spec }) =>
    spec.strategy?.type === 'Recreate' ? 'recreate' : 'rolling',
  currentOf({ metadata, spec, status }, history) {
    const number = Number(metadata.annotations?.[revision] ?? 0);
    const current = history.find(past => past.revision === number);
    const settled =
      (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    // Between the change of the template and the controller's answer the two do not belong together.
    return current &&
      settled &&
      templateDigest(current.template) === templateDigest(spec.template)
      ? current
      : undefined;
  },
  stableOf: () => undefined,
  standingOf: (deployment, { set }) => outcomeOf(deployment, set.metadata.name),
};
