import {
  budgetUnderOneEvent,
  type Finding,
  type Objective,
  type ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';

/** Said of an objective whose budget, at the traffic seen, is less than one event. */
export function lowTrafficFindings(
  verdict: ObjectiveStatus,
  objective?: Pick<Objective, 'place'>,
): Finding[] {
  const { allowedEvents, total } = verdict.budget;
  return verdict.status === 'low-traffic' && total > 0
    ? [budgetUnderOneEvent(allowedEvents, total, objective)]
    : [];
}
