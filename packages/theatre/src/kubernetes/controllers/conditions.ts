import { timestamp, type Condition } from '../objects';

/** The list with one condition as it is now. It transits when its status changes. */
export function withCondition(
  conditions: Condition[],
  next: Pick<Condition, 'type' | 'status' | 'reason' | 'message'>,
  now: number,
): Condition[] {
  const known = conditions.find(({ type }) => type === next.type);
  if (
    known &&
    known.status === next.status &&
    known.reason === next.reason &&
    known.message === next.message
  )
    return conditions;
  const at = timestamp(now);
  const condition = {
    ...next,
    lastUpdateTime: at,
    lastTransitionTime:
      known?.status === next.status ? known.lastTransitionTime : at,
  };
  return [...conditions.filter(other => other !== known), condition];
}

export function conditionOf(conditions: Condition[] | undefined, type: string) {
  return conditions?.find(condition => condition.type === type);
}
