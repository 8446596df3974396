import type { JsonObject } from '@backstage/types';
import type { Condition, Deployment } from '../client/types';

const revision = 'deployment.kubernetes.io/revision';

/**
 * How far a Deployment is.
 *
 * @public
 */
export interface DeploymentProgress {
  state: 'progressing' | 'healthy' | 'failed';
  text: string;
  /** 0 to 1 */
  progress: number;
  result?: JsonObject;
}

/**
 * How far a Deployment is with what it was told, as `kubectl rollout status` reads it.
 *
 * @param replicaSet - that has the wanted template, when it is known. Once a Deployment has gone back to an
 * older ReplicaSet, its condition still tells of the one before until the first pod has moved.
 *
 * @public
 */
export function deploymentProgress(
  { metadata, spec, status = {} }: Deployment,
  replicaSet?: string,
): DeploymentProgress {
  const wanted = spec.replicas ?? 1;
  const updated = status.updatedReplicas ?? 0;
  const up = status.availableReplicas ?? 0;
  const all = status.replicas ?? 0;
  // Which pods are available is not told; the old ones are taken to be.
  const ready = Math.max(0, Math.min(updated, up - (all - updated)));
  const progress = wanted ? Math.min(1, ready / wanted) : 1;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
    return {
      state: 'progressing',
      text: 'The controller has not seen the change yet',
      progress: 0,
    };
  if (spec.paused)
    return {
      state: 'progressing',
      text: `${metadata.name} is paused; it goes on when it is resumed`,
      progress,
    };
  const progressing = progressingOf({ status }, replicaSet);
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    return {
      state: 'failed',
      text: `${updated} of ${wanted} pods were updated, ${up} are available: ${
        progressing.message ?? 'the progress deadline has passed'
      }`,
      progress,
    };
  if (updated < wanted || up < wanted)
    return {
      state: 'progressing',
      text: `${ready} of ${wanted} pods are ready`,
      progress,
    };
  if (all > updated)
    return {
      state: 'progressing',
      text: `${wanted} of ${wanted} pods are ready, ${
        all - updated
      } old ones are ending`,
      progress: 0.99,
    };
  const current = metadata.annotations?.[revision];
  return {
    state: 'healthy',
    text: `${wanted} of ${wanted} pods are ready`,
    progress: 1,
    result: { readyReplicas: up, ...(current && { revision: current }) },
  };
}

/**
 * The condition of progress, unless it is of another ReplicaSet.
 *
 * @public
 */
export function progressingOf(
  { status }: Pick<Deployment, 'status'>,
  replicaSet?: string,
): Condition | undefined {
  const condition = status?.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  const [, named] = /"([^"]+)"/.exec(condition?.message ?? '') ?? [];
  return named && replicaSet && named !== replicaSet ? undefined : condition;
}
