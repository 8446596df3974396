import type { SliSpec } from '@ghostlight/plugin-slo-common';
import { mapQueries } from './metrics';
import { mapMatchers } from './mapMatchers';

/**
 * How another entity is measured, turned to this one: in every query the labels whose value is the
 * other's name get this one's. Undefined when a query does not name the other, and so would go on
 * measuring something else.
 */
export function adaptSli(
  sli: SliSpec,
  names: { from: string; to: string },
): SliSpec | undefined {
  let isLost = false;
  const adapted = mapQueries(sli, query => {
    const mapped = mapMatchers(query, matcher =>
      ['=', '=~'].includes(matcher.op) && matcher.value === names.from
        ? { ...matcher, op: '=', value: names.to }
        : matcher,
    );
    if (mapped === undefined || mapped === query) isLost = true;
    return mapped ?? query;
  });
  return isLost ? undefined : adapted;
}

/** The same with another bucket of its histograms: `le="0.3"`. */
export function withBucket(sli: SliSpec, seconds: number): SliSpec {
  return mapQueries(
    sli,
    query =>
      mapMatchers(query, matcher =>
        matcher.label === 'le' && matcher.op === '='
          ? { ...matcher, value: String(seconds) }
          : matcher,
      ) ?? query,
  );
}
