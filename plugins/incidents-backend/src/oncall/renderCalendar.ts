import ical, { ICalEventTransparency } from 'ical-generator';
import { createHash } from 'node:crypto';

/** A shift of a calendar. */
export interface CalendarShift {
  from: number;
  to: number;
  team: string;
  level: number;
  /** Names, or roles where people are hidden. */
  people: string[];
  layer?: string;
  override?: boolean;
  url?: string;
}

/**
 * Shifts as iCalendar. An event keeps its id as long as team, level and start stay, so that a
 * calendar that follows the address changes it instead of adding another.
 */
export function renderCalendar(options: {
  name: string;
  shifts: readonly CalendarShift[];
  /** Milliseconds since the epoch: when this was known. */
  asOf: number;
}): string {
  const { name, shifts, asOf } = options;
  const calendar = ical({
    name,
    prodId: { company: 'Ghostlight', product: 'On-call' },
    ttl: 3600,
  });
  for (const shift of shifts) {
    const { from, to, team, level, people, layer, override, url } = shift;
    const notes = [
      ...(layer ? [`Layer: ${layer}`] : []),
      ...(override ? ['Override'] : []),
    ].join('\n');
    calendar.createEvent({
      id: `${createHash('sha256')
        .update(JSON.stringify([team, level, from]))
        .digest('hex')
        .slice(0, 32)}@ghostlight`,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(asOf),
      summary: `On call (level ${level}) for ${team}: ${people.join(', ')}`,
      ...(notes && { description: notes }),
      ...(url && { url }),
      // Being on call does not make a person busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
