/** Seconds between two ticks, the finest first. */
const STEPS = [
  60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
  172_800, 604_800, 2_592_000, 7_776_000,
];

/** Instants (epoch seconds) in a range at even times of the reader's day, at most `most` of them. */
export function ticksOf(from: number, to: number, most: number): number[] {
  const span = to - from;
  const step =
    STEPS.find(each => span / each <= most) ?? STEPS[STEPS.length - 1];
  const offset = new Date(from * 1000).getTimezoneOffset() * 60;
  const first = Math.ceil((from - offset) / step) * step + offset;
  const ticks: number[] = [];
  for (let at = first; at <= to; at += step) ticks.push(at);
  return ticks;
}
