import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { EpochSeconds, ObjectiveWindow } from '../objective';

/**
 * The current window of an objective.
 *
 * @public
 */
export interface WindowBounds {
  start: EpochSeconds;
  /** Now for a rolling window, the end of the period for a calendar one. */
  end: EpochSeconds;
  /** `end - start`: 23 or 25 hours for some days. */
  seconds: number;
  /** What has passed of it. */
  elapsed: number;
}

/**
 * Where the window that holds `now` starts and ends. A calendar period begins at a local time of its
 * zone, so one with a change of the clocks in it is shorter or longer.
 *
 * @throws InputError when the time zone or start time cannot be read
 * @public
 */
export function windowBounds(
  window: ObjectiveWindow,
  now: EpochSeconds,
): WindowBounds {
  if (window.kind === 'rolling') {
    const { seconds } = window;
    return { start: now - seconds, end: now, seconds, elapsed: seconds };
  }
  const anchor = DateTime.fromSQL(window.startTime, { zone: window.timeZone });
  if (!anchor.isValid) {
    throw new InputError(
      `No calendar window from '${window.startTime}' in '${window.timeZone}': ${anchor.invalidExplanation}`,
    );
  }
  // Always counted from the anchor: a month after 31 January, and another, is 31 March.
  const at = (period: number) =>
    anchor.plus({ [`${window.unit}s`]: period * window.count }).toSeconds();
  const passed = DateTime.fromSeconds(now, { zone: window.timeZone })
    .diff(anchor, `${window.unit}s`)
    .as(`${window.unit}s`);
  let period = Math.floor(passed / window.count);
  while (at(period) > now) period--;
  while (at(period + 1) <= now) period++;
  const start = at(period);
  const end = at(period + 1);
  return { start, end, seconds: end - start, elapsed: now - start };
}
