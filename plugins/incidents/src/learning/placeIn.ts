/**
 * Where a value is among bins drawn equally wide, counted in bins from the left; within a bin in
 * proportion.
 */
export function placeIn(
  bins: ReadonlyArray<{ from: number; to: number }>,
  value: number,
): number {
  for (let index = 0; index < bins.length; index++) {
    const { from, to } = bins[index];
    if (value < from) return index;
    if (value < to) return index + (value - from) / (to - from);
  }
  return bins.length;
}
