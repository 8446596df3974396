import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import {
  addressOf,
  hasStatus,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { kinds } from '../action/kinds';
import { say } from '../action/say';
import type { FoundDeployment } from '../target/findDeployment';

interface Rollout extends KubeObject {
  spec?: { workloadRef?: { kind: string; name: string } };
}

/** Argo Rollouts has pods of its own for a Deployment that it runs: what is done to it has no effect. */
export async function findRollout(
  { client, namespace, name, title }: FoundDeployment,
  signal: AbortSignal,
): Promise<Sentence[]> {
  try {
    const { items } = await client.list<Rollout>(
      addressOf(kinds.rollouts, namespace),
      { signal },
    );
    return items
      .filter(
        ({ spec }) =>
          spec?.workloadRef?.kind === 'Deployment' &&
          spec.workloadRef.name === name,
      )
      .map(({ metadata: { name: rollout } }) =>
        say(
          'argo-rollouts',
          `Argo Rollouts runs ${title} through Rollout ${rollout}`,
          { title, rollout },
        ),
      );
  } catch (error) {
    if (hasStatus(error, 403, 404)) return [];
    throw error;
  }
}
