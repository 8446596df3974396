/** One reading; `at` in epoch milliseconds. */
export interface Reading {
  at: number;
  value: number;
}

/** What readings are held to. */
export interface ReadingRule {
  comparison: '>=' | '<=';
  threshold: number;
  /** Milliseconds for which it must be so without a reading that says otherwise. */
  forMs: number;
  /** Milliseconds between two readings. */
  stepMs: number;
}

/**
 * `breaking`: it is so, but not for long enough. `broken`: it was so for long enough at some time, and
 * counts as broken from then on. `no-data`: there is not one reading.
 */
export interface ReadingVerdict {
  state: 'holding' | 'breaking' | 'broken' | 'no-data';
  /** Since when it is so, of `breaking` and `broken`. */
  since?: number;
  /** Until when it was so, as last seen. */
  until?: number;
  /** Readings in that span. */
  spanN?: number;
  n: number;
  avg?: number;
  min?: number;
  max?: number;
  final?: number;
}

/** Readings that may be missing one after the other without the span being over. */
const mostMissing = 2;
/** Share of the readings of a span that must be there. */
const leastPresent = 0.6;

/** Holds readings, oldest first, to a rule. Missing ones neither break nor hold; a few do not end a span. */
export function judgeReadings(
  readings: Reading[],
  rule: ReadingRule,
): ReadingVerdict {
  const seen = readings.filter(({ value }) => Number.isFinite(value));
  if (!seen.length) return { state: 'no-data', n: 0 };
  const values = seen.map(({ value }) => value);
  const summary = {
    n: seen.length,
    avg: values.reduce((sum, value) => sum + value, 0) / seen.length,
    min: Math.min(...values),
    max: Math.max(...values),
    final: values[values.length - 1],
  };
  let span: { since: number; until: number; spanN: number } | undefined;
  let broken: typeof span;
  for (const { at, value } of seen) {
    if (!breaks(value, rule)) {
      span = undefined;
      continue;
    }
    const goesOn =
      span !== undefined && at - span.until <= (mostMissing + 1) * rule.stepMs;
    span = goesOn
      ? { ...span!, until: at, spanN: span!.spanN + 1 }
      : { since: at, until: at, spanN: 1 };
    if (isLongEnough(span, rule)) broken = span;
  }
  if (broken) return { state: 'broken', ...broken, ...summary };
  if (span) return { state: 'breaking', ...span, ...summary };
  return { state: 'holding', ...summary };
}

export function breaks(
  value: number,
  { comparison, threshold }: Pick<ReadingRule, 'comparison' | 'threshold'>,
): boolean {
  return comparison === '>=' ? value >= threshold : value <= threshold;
}

/** A reading stands for the step before it. */
function isLongEnough(
  span: { since: number; until: number; spanN: number },
  { forMs, stepMs }: ReadingRule,
): boolean {
  const lasted = span.until - span.since + stepMs;
  return (
    lasted >= forMs &&
    span.spanN >= Math.max(1, Math.ceil((forMs / stepMs) * leastPresent))
  );
}
