import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import type { Formats } from '@ghostlight/reliability-react';
import type { SloText } from '../translation';

const calendarUnits = {
  w: 'window.weeks',
  M: 'window.months',
  Q: 'window.quarters',
  Y: 'window.years',
} as const;

function isCalendarUnit(unit: string): unit is keyof typeof calendarUnits {
  return unit in calendarUnits;
}

/** The window as its author wrote it, else its length: “30 d”, “1 month”. */
export function windowText(
  objective: Pick<ObjectiveStatus, 'window'>,
  { t, format }: { t: SloText; format: Formats },
): string {
  const { duration, kind, seconds } = objective.window;
  if (!duration) return format.duration(seconds);
  const [, count, unit] = /^(\d+)([a-zA-Z])$/.exec(duration) ?? [];
  // Only a calendar knows months; a rolling week is seven days.
  if (kind === 'calendar' && unit && isCalendarUnit(unit)) {
    return t(calendarUnits[unit], { count: Number(count) });
  }
  return format.window(duration);
}

/** What good and total count, with the number: “1,204,331 events”. */
export function countedText(objective: ObjectiveStatus, t: SloText): string {
  const { total, unit } = objective.budget;
  const count = Math.round(total);
  if (count === 0) return t('tab.noEvents');
  if (unit === 'minutes') return t('tab.minutesMeasured', { count });
  if (unit === 'slices') return t('tab.slices', { count });
  return t('tab.events', { count });
}

/** The burn rate over a window (`1h`), null without events. */
export function burnOver(
  objective: ObjectiveStatus,
  window: string,
): number | null {
  return objective.burn.find(each => each.window === window)?.rate ?? null;
}

/**
 * What is left, in percent and minutes. A budget of under one event is said to be that: its percent
 * would jump from 100 to far below 0 with the first bad one.
 */
export function budgetLeftText(
  objective: ObjectiveStatus,
  { t, format }: { t: SloText; format: Formats },
): string {
  const { leftRatio, leftMinutes } = objective.budget;
  if (objective.status === 'low-traffic') return t('tab.underOneEvent');
  if (leftRatio === null) return '–';
  return `${format.percent(leftRatio)} · ${format.minutes(leftMinutes)}`;
}
