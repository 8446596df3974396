import type { RotationLayer } from '../document';
import { dayOf, instantOf, weekdayOf } from './zoned';
import type { Span } from './pieces';

/** One participant's turn. */
export interface Turn extends Span {
  participant: number;
}

/**
 * The turns of a layer that touch a span, uncut. They hand over at the same time on the wall, so
 * a turn in which the clocks change is an hour shorter or longer.
 */
export function turnsOf(
  layer: RotationLayer,
  timeZone: string,
  { from, to }: Span,
): Turn[] {
  const { startDay, everyDays, handover, participants, endDay } = layer;
  const { weekday, minutes } = handover;
  const first =
    weekday === undefined
      ? startDay
      : startDay + ((weekday - weekdayOf(startDay) + 7) % 7);
  const boundary = (turn: number) =>
    instantOf(first + turn * everyDays, minutes, timeZone);
  const end =
    endDay === undefined ? Infinity : instantOf(endDay, minutes, timeZone);
  const turns: Turn[] = [];
  const passed = Math.floor((dayOf(from, timeZone) - first) / everyDays);
  let turn = Math.max(0, passed - 1);
  let begins = boundary(turn);
  while (begins < to && begins < end) {
    const next = boundary(turn + 1);
    const ends = Math.min(end, next);
    // A day that a zone skipped lasts no time.
    if (ends > from && ends > begins)
      turns.push({
        from: begins,
        to: ends,
        participant: turn % participants.length,
      });
    begins = next;
    turn += 1;
  }
  return turns;
}
