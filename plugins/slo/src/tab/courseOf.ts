import type { SignalValues, Signals } from '@ghostlight/plugin-slo-common';

const POINTS = 120;

/** At most `POINTS` values, evenly taken, so that a day of minutes fits a small line. */
export function courseOf(
  { history }: Signals,
  name: keyof SignalValues,
): Array<number | null> {
  const step = Math.max(1, Math.ceil(history.length / POINTS));
  return history
    .filter((_, index) => index % step === 0)
    .map(each => each[name] ?? null);
}
