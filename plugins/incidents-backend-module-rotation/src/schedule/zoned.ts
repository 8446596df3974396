import { DateTime } from 'luxon';

const dayMs = 86_400_000;

/** A calendar day as days since 1970-01-01, so that days can be counted without clocks. */
export type DayNumber = number;

/** The day an instant falls on in a zone. */
export function dayOf(at: number, timeZone: string): DayNumber {
  const { year, month, day } = DateTime.fromMillis(at, { zone: timeZone });
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** The number of a day written as 2026-11-22. */
export function dayNumber(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * When a clock on the wall shows a time on a day. A time that the clocks jump over is moved on by
 * as much as they jump; of a time that comes twice it is the first.
 *
 * @param minutes - since midnight, up to 1440
 */
export function instantOf(
  day: DayNumber,
  minutes: number,
  timeZone: string,
): number {
  const date = new Date((day + Math.floor(minutes / 1440)) * dayMs);
  const local = DateTime.fromObject(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Math.floor((minutes % 1440) / 60),
      minute: minutes % 60,
    },
    { zone: timeZone },
  );
  return Math.min(...local.getPossibleOffsets().map(time => time.toMillis()));
}
