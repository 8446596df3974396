import type { ExperimentSpec } from '@ghostlight/plugin-runbooks-common';
import { CronTime } from 'cron';
import { DateTime } from 'luxon';

type Schedule = NonNullable<ExperimentSpec['schedule']>;

/** What is kept of a schedule, to see that it has changed. */
export function scheduleText({ cron, timeZone }: Schedule): string {
  return `${cron} ${timeZone}`.slice(0, 200);
}

/**
 * The next due time strictly after an instant, epoch milliseconds. In its time zone: an hour that the
 * clocks leave out is made up for right after it, one that they repeat counts once.
 *
 * @returns undefined for what is no schedule, or never comes
 */
export function nextTime(
  { cron, timeZone }: Schedule,
  after: number,
): number | undefined {
  try {
    const from = DateTime.fromMillis(after, { zone: timeZone });
    const next = new CronTime(cron, timeZone).getNextDateFrom(from).toMillis();
    return next > after ? next : undefined;
  } catch {
    return undefined;
  }
}
