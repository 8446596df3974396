/** How far an instant is from a span. */
export function gapTo(at: number, first: number, last: number): number {
  return Math.max(0, first - at, at - last);
}
