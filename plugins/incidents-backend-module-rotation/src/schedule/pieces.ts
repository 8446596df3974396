/** From the first instant up to, and without, the second. */
export interface Span {
  from: number;
  to: number;
}

/** What overlaps of a piece and the windows, which are sorted and apart. */
export function within<T extends Span>(
  pieces: readonly T[],
  windows: readonly Span[],
): T[] {
  const kept: T[] = [];
  let first = 0;
  for (const piece of pieces) {
    while (first < windows.length && windows[first].to <= piece.from) first++;
    for (let i = first; i < windows.length; i++) {
      if (windows[i].from >= piece.to) break;
      const from = Math.max(piece.from, windows[i].from);
      const to = Math.min(piece.to, windows[i].to);
      if (from < to) kept.push({ ...piece, from, to });
    }
  }
  return kept;
}

/** The upper pieces, and of the lower ones what they leave. Both are sorted and apart. */
export function overlay<T extends Span>(
  lower: readonly T[],
  upper: readonly T[],
): T[] {
  const free: Span[] = [];
  let from = -Infinity;
  for (const piece of upper) {
    if (from < piece.from) free.push({ from, to: piece.from });
    from = piece.to;
  }
  free.push({ from, to: Infinity });
  return [...within(lower, free), ...upper].sort((a, b) => a.from - b.from);
}

/** Spans that may overlap as spans that do not, in order. */
export function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from >= to) continue;
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
