import {
  nominalSeconds,
  windowLongerThanHistory,
  type Finding,
  type Minute,
  type Objective,
} from '@ghostlight/plugin-slo-common';

const day = 86_400;

/** What a source's history means for an objective: a window that it cannot fill from the past. */
export function historyFindings(
  { window }: Objective,
  oldest: Minute | undefined,
  now: number,
): Finding[] {
  if (oldest === undefined) return [];
  const needed = nominalSeconds(window);
  // In whole days, or the finding would change with every look.
  const history = Math.max(0, Math.floor((now - oldest * 60) / day) * day);
  return history < needed - day
    ? [windowLongerThanHistory(history, needed)]
    : [];
}
