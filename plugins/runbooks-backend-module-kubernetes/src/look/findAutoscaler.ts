import {
  addressOf,
  hasStatus,
  type Autoscaler,
} from '@ghostlight/reliability-kubernetes';
import { kinds } from '../action/kinds';
import type { FoundDeployment } from '../target/findDeployment';

/** What decides how many pods a Deployment has, if it can be seen. */
export async function findAutoscaler(
  { client, namespace, name }: FoundDeployment,
  signal: AbortSignal,
): Promise<Autoscaler | undefined> {
  try {
    const { items } = await client.list<Autoscaler>(
      addressOf(kinds.autoscalers, namespace),
      { signal },
    );
    return items.find(
      ({ spec: { scaleTargetRef: target } }) =>
        target.kind === 'Deployment' && target.name === name,
    );
  } catch (error) {
    if (hasStatus(error, 403, 404)) return undefined;
    throw error;
  }
}
