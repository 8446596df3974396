import {
  addressOf,
  selectorTakes,
  type KubeClient,
  type KubeObject,
  type LabelSelector,
  type Pod,
} from '@ghostlight/reliability-kubernetes';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { kinds } from '../action/kinds';
import { say } from '../action/say';
import { isReady } from './pods';

interface Budget extends KubeObject {
  spec?: { selector?: LabelSelector };
  status?: { disruptionsAllowed?: number };
}

/** Which PodDisruptionBudgets forbid that these pods go. Pods that are not ready disrupt nothing. */
export async function findBudgets(
  client: KubeClient,
  namespace: string,
  victims: Pod[],
  signal: AbortSignal,
): Promise<Sentence[]> {
  const ready = victims.filter(isReady);
  if (!ready.length) return [];
  const { items } = await client.list<Budget>(
    addressOf(kinds.budgets, namespace),
    { signal },
  );
  return items.flatMap(({ metadata: { name }, spec, status }) => {
    const { selector } = spec ?? {};
    const meant = selector
      ? ready.filter(({ metadata }) => selectorTakes(selector, metadata.labels))
      : [];
    const allowed = status?.disruptionsAllowed ?? 0;
    return meant.length > allowed
      ? [
          say(
            'budget',
            `PodDisruptionBudget ${name} allows ${allowed} of these pods to go now, not ${meant.length}`,
            { name, allowed, wanted: meant.length },
          ),
        ]
      : [];
  });
}
