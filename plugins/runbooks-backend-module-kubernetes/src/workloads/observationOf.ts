import type { Observation } from '@ghostlight/plugin-runbooks-node';
import type { DeploymentProgress } from '@ghostlight/reliability-kubernetes';

/** What a run sees of a rollout. */
export function observationOf({
  state,
  text,
  result,
}: DeploymentProgress): Observation {
  return {
    state: state === 'healthy' ? 'done' : state,
    text,
    ...(result && { result }),
  };
}
