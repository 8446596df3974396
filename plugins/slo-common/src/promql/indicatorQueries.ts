import type { Indicator } from '../objective';
import { countsOver, hasPlaceholder, withWindow } from './countsOver';
import { parseQuery } from './parseQuery';
import { childrenOf } from './walk';
import type { QueryNode } from './QueryNode';

/**
 * A query as it is sent for one minute of an indicator.
 *
 * @public
 */
export interface IndicatorQuery {
  name: 'good' | 'bad' | 'total' | 'raw' | 'threshold';
  query: QueryNode;
  /** What the answer is multiplied with to be the count of one minute. */
  scale: number;
}

const counting = new Set([
  ...['increase', 'delta', 'changes', 'resets'],
  ...['sum_over_time', 'count_over_time'],
]);

function countsEvents(node: QueryNode): boolean {
  return (
    (node.type === 'call' && counting.has(node.name)) ||
    childrenOf(node).some(countsEvents)
  );
}

/** The texts of an indicator's queries by their name; none for `push` and `composite`. */
export function queryTexts(
  indicator: Indicator,
): [IndicatorQuery['name'], string][] {
  switch (indicator.kind) {
    case 'ratio':
      return [
        ...(indicator.good
          ? [['good', indicator.good.query] as ['good', string]]
          : []),
        ...(indicator.bad
          ? [['bad', indicator.bad.query] as ['bad', string]]
          : []),
        ['total', indicator.total.query],
      ];
    case 'raw':
      return [['raw', indicator.raw.query]];
    case 'threshold':
      return [['threshold', indicator.metric.query]];
    default:
      return [];
  }
}

/**
 * The queries of an indicator for one minute, evaluated at its end. Counters are asked for their
 * increase over `windowSeconds`, which may be longer than the minute where scrapes are rare; `scale`
 * brings that back to a minute. Other queries go out as written, with stand-ins filled.
 *
 * @throws QuerySyntaxError
 * @public
 */
export function indicatorQueries(
  indicator: Indicator,
  windowSeconds: number,
): IndicatorQuery[] {
  return queryTexts(indicator).map(([name, text]) => {
    const written = parseQuery(text);
    const counter = indicator.kind === 'ratio' && indicator.counter;
    if (counter)
      return {
        name,
        query: countsOver(withWindow(written, windowSeconds), windowSeconds),
        scale: 60 / windowSeconds,
      };
    const query = withWindow(written, windowSeconds);
    const filled =
      indicator.kind === 'ratio' &&
      hasPlaceholder(written) &&
      countsEvents(query);
    return { name, query, scale: filled ? 60 / windowSeconds : 1 };
  });
}
