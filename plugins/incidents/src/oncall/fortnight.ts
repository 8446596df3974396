/** Days that are shown of a rotation. */
export const DAYS = 14;

/** A span of time, epoch seconds. */
export interface Span {
  from: number;
  to: number;
}

/** A number of fortnights after the one that begins with the reader's day. */
export function fortnight(later: number, now: number = Date.now()): Span {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  // By calendar days: one of them may have 23 or 25 hours.
  start.setDate(start.getDate() + later * DAYS);
  const end = new Date(start);
  end.setDate(end.getDate() + DAYS);
  return { from: start.getTime() / 1000, to: end.getTime() / 1000 };
}

/** The beginnings of the days of a span, in the reader's zone, epoch seconds. */
export function daysOf({ from, to }: Span): number[] {
  const days: number[] = [];
  const day = new Date(from * 1000);
  while (day.getTime() / 1000 < to) {
    days.push(day.getTime() / 1000);
    day.setDate(day.getDate() + 1);
  }
  return days;
}
