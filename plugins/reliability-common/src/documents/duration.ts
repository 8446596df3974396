const secondsOf = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/**
 * Seconds of `30s`, `15m`, `1h30m`, `2d` or `1w`, the largest unit first; undefined when it is none of
 * these, or nothing.
 *
 * @public
 */
export function secondsOfDuration(text: string): number | undefined {
  const match =
    text.length <= 30 &&
    /^(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(
      text,
    );
  if (!match) return undefined;
  const seconds = (['w', 'd', 'h', 'm', 's'] as const).reduce(
    (sum, unit, i) => sum + Number(match[i + 1] ?? 0) * secondsOf[unit],
    0,
  );
  return seconds > 0 ? seconds : undefined;
}

/**
 * Writes whole seconds so that `secondsOfDuration` reads them: 5400 is `1h30m`.
 *
 * @public
 */
export function durationOfSeconds(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  let text = '';
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const count = Math.floor(rest / secondsOf[unit]);
    if (count) text += `${count}${unit}`;
    rest -= count * secondsOf[unit];
  }
  return text || '0s';
}
