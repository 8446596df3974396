import type { JsonObject } from '@backstage/types';
import type { Observation } from '@ghostlight/plugin-runbooks-node';
import type {
  Condition,
  KubeObject,
  LabelSelector,
} from '@ghostlight/reliability-kubernetes';

/** What of an experiment of Chaos Mesh is looked at. */
export interface Chaos extends KubeObject {
  status?: {
    conditions?: Condition[];
    experiment?: {
      containerRecords?: {
        phase?: string;
        events?: { type?: string; message?: string }[];
      }[];
    };
  };
}

const longest = 300;

/** A fixed number of the pods of one namespace. */
export function chosenPods(
  namespace: string,
  { matchLabels, matchExpressions }: LabelSelector,
  count: number,
): JsonObject {
  return {
    mode: 'fixed',
    value: String(count),
    selector: {
      namespaces: [namespace],
      ...(matchLabels && { labelSelectors: { ...matchLabels } }),
      ...(matchExpressions?.length && {
        expressionSelectors: matchExpressions.map(expression => ({
          ...expression,
        })),
      }),
    },
  };
}

/** Whether the fault is in all the pods that were chosen. */
export function chaosProgress(chaos: Chaos | undefined): Observation {
  if (!chaos) return { state: 'failed', text: 'The experiment was deleted' };
  const holds = (type: string) =>
    chaos.status?.conditions?.find(condition => condition.type === type)
      ?.status === 'True';
  const records = chaos.status?.experiment?.containerRecords ?? [];
  const injected = records.filter(({ phase }) => phase === 'Injected').length;
  const { name } = chaos.metadata;
  if (holds('Paused'))
    return { state: 'failed', text: 'Somebody paused the experiment' };
  if (holds('AllInjected'))
    return {
      state: 'done',
      text: `The fault is in ${records.length} pods`,
      result: { name, pods: records.length },
    };
  // Short ones may be over before anybody looks.
  if (holds('AllRecovered') && records.length && !injected)
    return { state: 'done', text: 'The fault is over', result: { name } };
  const failed = records
    .flatMap(({ events = [] }) => events.slice(-1))
    .find(({ type }) => type === 'Failed');
  const more = failed?.message ? `: ${failed.message.slice(0, longest)}` : '';
  return {
    state: 'progressing',
    text: records.length
      ? `The fault is in ${injected} of ${records.length} pods${more}`
      : 'Chaos Mesh has chosen no pods yet',
  };
}
