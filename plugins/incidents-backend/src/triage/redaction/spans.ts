import type { RedactionKind } from './kinds';

/** A stretch of a text that goes. `value` says which are equal. */
export interface Span {
  from: number;
  to: number;
  kind: RedactionKind;
  value: string;
}

/** In order and without overlaps: of those that overlap, one as long as all, of the kind found first. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const inOrder = spans
    .map((span, place) => ({ ...span, place }))
    .sort((a, b) => a.from - b.from || a.place - b.place);
  const merged: (Span & { place: number })[] = [];
  for (const span of inOrder) {
    const last = merged[merged.length - 1];
    if (!last || span.from >= last.to) {
      merged.push(span);
      continue;
    }
    const longer =
      span.to - span.from > last.to - last.from ? span.value : last.value;
    if (span.place < last.place) {
      last.kind = span.kind;
      last.place = span.place;
    }
    last.value = longer;
    last.to = Math.max(last.to, span.to);
  }
  return merged;
}

/** The same but for certain stretches, which stay. */
export function spare(
  spans: readonly Span[],
  stretches: readonly { from: number; to: number }[],
  text: string,
): Span[] {
  if (!stretches.length) return [...spans];
  let next = 0;
  return spans.flatMap(span => {
    while (next < stretches.length && stretches[next].to <= span.from) next++;
    const left: Span[] = [];
    let { from } = span;
    for (let at = next; at < stretches.length; at++) {
      const stretch = stretches[at];
      if (stretch.from >= span.to) break;
      left.push({ ...span, from, to: stretch.from });
      from = stretch.to;
    }
    if (from === span.from) return [span];
    left.push({ ...span, from, to: span.to });
    return left.flatMap(piece => {
      const value = text.slice(piece.from, piece.to);
      return /[\p{L}\p{N}]/u.test(value) ? [{ ...piece, value }] : [];
    });
  });
}
