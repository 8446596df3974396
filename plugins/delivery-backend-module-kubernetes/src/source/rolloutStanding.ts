import type { Condition } from '@ghostlight/reliability-kubernetes';
import type { Rollout } from '../argo/Rollout';
import type { Past } from './history';
import type { Standing } from './WorkloadKind';

/** What became of the revision that a Rollout means now. Paused, by a step or a person, is running. */
export function rolloutStanding(rollout: Rollout, current: Past): Standing {
  const { status = {} } = rollout;
  const { phase, currentPodHash: hash, stableRS } = status;
  const progressing = conditionOf(rollout, 'Progressing');
  const saidAt =
    timeOf(progressing?.lastUpdateTime) ??
    timeOf(progressing?.lastTransitionTime);
  const running: Standing = { outcome: 'running', ...(saidAt && { saidAt }) };
  if (status.abort && stableRS !== hash) {
    const finishedAt = timeOf(status.abortedAt) ?? saidAt;
    // Until the controller has acted on it, the abort is only asked for.
    return phase === 'Degraded' && finishedAt
      ? { outcome: 'aborted', finishedAt, saidAt: finishedAt }
      : running;
  }
  // The first revision is called stable from its beginning; a later one once all of it is through, and
  // pods that come and go after that are no part of the rollout.
  const isFirst = current.revision === 1;
  if (phase === 'Healthy' || (!isFirst && hash && stableRS === hash)) {
    const [one, other] = isFirst
      ? ['Healthy', 'Completed']
      : ['Completed', 'Healthy'];
    const finishedAt = since(rollout, one) ?? since(rollout, other) ?? saidAt;
    return { outcome: 'succeeded', ...(finishedAt && { finishedAt }) };
  }
  if (phase === 'Degraded')
    return { outcome: 'failed', ...(saidAt && { finishedAt: saidAt, saidAt }) };
  return running;
}

/** Since when a condition holds, in epoch milliseconds. */
function since(rollout: Rollout, type: string): number | undefined {
  const condition = conditionOf(rollout, type);
  return condition?.status === 'True'
    ? timeOf(condition.lastTransitionTime)
    : undefined;
}

function conditionOf(rollout: Rollout, type: string): Condition | undefined {
  const { conditions } = (rollout.status ?? {}) as { conditions?: Condition[] };
  return conditions?.find(condition => condition.type === type);
}

function timeOf(text: string | null | undefined): number | undefined {
  return Date.parse(text ?? '') || undefined;
}
