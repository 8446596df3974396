/**
 * OpenSLO's duration shorthand: a whole number and one of m, h, d, w, M, Q, Y.
 *
 * @public
 */
export interface Duration {
  count: number;
  unit: 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';
  /** A month counts 30 days, a quarter 90, a year 365. */
  seconds: number;
}

const secondsOf = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 30 * 86_400,
  Q: 90 * 86_400,
  Y: 365 * 86_400,
};

/**
 * Reads a duration such as `30d`; undefined when it is not one.
 *
 * @public
 */
export function parseDuration(text: string): Duration | undefined {
  const match = /^([1-9]\d{0,8})([mhdwMQY])$/.exec(text);
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = match[2] as Duration['unit'];
  return { count, unit, seconds: count * secondsOf[unit] };
}

/**
 * Writes seconds in the largest unit that divides them: 3600 is `1h`, 90 is `90s`.
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (seconds > 0 && seconds % secondsOf[unit] === 0) {
      return `${seconds / secondsOf[unit]}${unit}`;
    }
  }
  return `${seconds}s`;
}
