import { takesRange } from './valueType';
import { mapChildren } from './walk';
import type { QueryDuration, QueryNode } from './QueryNode';

/** Functions whose value over a range of a counter is the count of events, or that count per second. */
const toIncrease = new Set(['rate', 'irate', 'increase']);

function overRange(node: QueryNode, range: QueryDuration): QueryNode {
  return node.type === 'selector' || node.type === 'subquery'
    ? { ...node, range }
    : mapChildren(node, child => overRange(child, range));
}

/**
 * The events that a query over counters selects within the last `seconds`: the range is pushed down
 * to the counters, whatever range stood there, and rates become increases.
 *
 * `sum(x)`, `sum(x[5m])`, `sum(rate(x[5m]))` and `sum(increase(x[{{.window}}]))` all become
 * `sum(increase(x[1m]))` at 60 seconds.
 *
 * @public
 */
export function countsOver(node: QueryNode, seconds: number): QueryNode {
  const range = { ms: seconds * 1000 };
  if (node.type === 'selector')
    return {
      type: 'call',
      name: 'increase',
      args: [{ ...node, range }],
    };
  if (node.type === 'call' && takesRange(node.name)) {
    const name = toIncrease.has(node.name) ? 'increase' : node.name;
    return {
      ...node,
      name,
      args: node.args.map(arg => overRange(arg, range)),
    };
  }
  return mapChildren(node, child => countsOver(child, seconds));
}

/**
 * Fills every stand-in such as `{{.window}}` or `$__rate_interval` with `seconds`; what the author
 * wrote out stays.
 *
 * @public
 */
export function withWindow(node: QueryNode, seconds: number): QueryNode {
  const fill = <T extends QueryDuration>(duration: T): T | { ms: number } =>
    'placeholder' in duration
      ? { ...duration, placeholder: undefined, ms: seconds * 1000 }
      : duration;
  if (node.type !== 'selector' && node.type !== 'subquery')
    return mapChildren(node, child => withWindow(child, seconds));
  const filled = { ...node };
  if (filled.range) filled.range = fill(filled.range);
  if (filled.offset) filled.offset = fill(filled.offset);
  if (filled.type === 'subquery') {
    if (filled.step) filled.step = fill(filled.step);
    filled.expr = withWindow(filled.expr, seconds);
  }
  return filled;
}

/** Whether a stand-in is left to be filled. */
export function hasPlaceholder(node: QueryNode): boolean {
  let found = false;
  const look = (each: QueryNode): QueryNode => {
    if (each.type === 'selector' || each.type === 'subquery')
      for (const d of [
        each.range,
        each.offset,
        each.type === 'subquery' ? each.step : undefined,
      ])
        found ||= d !== undefined && 'placeholder' in d;
    return mapChildren(each, look);
  };
  look(node);
  return found;
}
