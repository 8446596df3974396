import type { RotationRestriction } from '../document';
import { union, type Span } from './pieces';
import { dayOf, instantOf, weekdayOf } from './zoned';

/** When a layer with restrictions is in force during a span. */
export function windowsOf(
  restrictions: readonly RotationRestriction[],
  timeZone: string,
  { from, to }: Span,
): Span[] {
  const windows: Span[] = [];
  // A window of the day before may last into the span.
  const last = dayOf(to, timeZone);
  for (let day = dayOf(from, timeZone) - 1; day <= last; day++) {
    for (const { days, fromMinutes, toMinutes } of restrictions) {
      if (!days.includes(weekdayOf(day))) continue;
      const nextDay = toMinutes <= fromMinutes ? 1 : 0;
      windows.push({
        from: instantOf(day, fromMinutes, timeZone),
        to: instantOf(day + nextDay, toMinutes, timeZone),
      });
    }
  }
  return union(windows);
}
