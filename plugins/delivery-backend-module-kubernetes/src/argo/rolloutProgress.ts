import type { Observation } from '@ghostlight/plugin-delivery-node';
import { revisionAnnotation, type Rollout } from './Rollout';

/** How far a Rollout is with the template that it has. */
export function rolloutProgress({
  metadata,
  spec,
  status = {},
}: Rollout): Observation {
  const steps = spec.strategy?.canary?.steps?.length ?? 0;
  const step = status.currentStepIndex ?? 0;
  const wanted = spec.replicas ?? 1;
  const updated = status.updatedReplicas ?? 0;
  const said = status.message ? `: ${status.message}` : '';
  const progress = steps ? step / steps : Math.min(1, updated / (wanted || 1));
  const at = steps ? ` at step ${step} of ${steps}` : '';
  if (Number(status.observedGeneration ?? 0) < (metadata.generation ?? 0))
    return {
      state: 'progressing',
      text: 'The controller has not seen the change yet',
      progress: 0,
    };
  if (status.abort)
    return { state: 'failed', text: `It was aborted${at}${said}`, progress };
  switch (status.phase) {
    case 'Degraded':
      return { state: 'failed', text: `It is degraded${at}${said}`, progress };
    case 'Healthy':
      return {
        state: 'healthy',
        text: `${wanted} of ${wanted} pods are ready`,
        progress: 1,
        result: { revision: metadata.annotations?.[revisionAnnotation] ?? '' },
      };
    case 'Paused':
      return { state: 'progressing', text: `It waits${at}${said}`, progress };
    default:
      return {
        state: 'progressing',
        text: `${updated} of ${wanted} pods are of the new version${at}${said}`,
        progress,
      };
  }
}
