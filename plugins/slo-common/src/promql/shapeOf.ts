import { lift } from './lift';
import { printQuery } from './printQuery';
import { mapChildren, selectorsOf } from './walk';
import type { QueryMatcher, QueryNode, QuerySelector } from './QueryNode';

/**
 * What queries have in common that differ only in the values of equality matchers.
 *
 * @public
 */
export interface QueryShape {
  /** Equal for queries of one shape. */
  key: string;
  /** The labels whose values differ from query to query, in order. Empty when nothing can be merged. */
  labels: string[];
  /** A query of the shape; the values of `labels` in it mean nothing. */
  template: QueryNode;
}

/**
 * A query as its shape and the values that single it out.
 *
 * @public
 */
export interface ShapedQuery {
  shape: QueryShape;
  /** As long as `shape.labels`. */
  values: string[];
  /** What the query says where nothing is selected, when it ends in `or vector(n)`. */
  absent?: number;
}

function compare(a: QueryMatcher, b: QueryMatcher): number {
  const [x, y] = [a, b].map(m => JSON.stringify([m.label, m.op, m.value]));
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** Orders matchers and drops repeated ones, so that spelling makes no other shape. */
function canonical(node: QueryNode): QueryNode {
  if (node.type !== 'selector') return mapChildren(node, canonical);
  const matchers = [...node.matchers].sort(compare);
  return {
    ...node,
    matchers: matchers.filter((m, i) => !i || compare(m, matchers[i - 1])),
  };
}

/** Takes the place of a label's equality matchers, wherever they stand. */
export function replaceMatchers(
  node: QueryNode,
  replacements: Map<string, QueryMatcher>,
): QueryNode {
  if (node.type !== 'selector')
    return mapChildren(node, child => replaceMatchers(child, replacements));
  return {
    ...node,
    matchers: node.matchers.map(m =>
      m.op === '=' ? replacements.get(m.label) ?? m : m,
    ),
  };
}

/** Labels that every selector holds to one and the same value. */
function commonLabels(selectors: QuerySelector[]): Map<string, string> {
  const [first, ...others] = selectors.map(selector => {
    const values = new Map<string, string>();
    const several = new Set<string>();
    for (const { label, op, value } of selector.matchers) {
      if (op !== '=' || value === '' || label === '__name__') continue;
      if (values.has(label)) several.add(label);
      values.set(label, value);
    }
    several.forEach(label => values.delete(label));
    return values;
  });
  return new Map(
    [...(first ?? [])]
      .filter(([label, value]) => others.every(o => o.get(label) === value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** `query or vector(0)` says what stands where nothing is selected. */
function withoutDefault(node: QueryNode): { node: QueryNode; absent?: number } {
  if (node.type !== 'binary' || node.op !== 'or') return { node };
  const { left, right, matching } = node;
  const alone =
    left.type === 'aggregate' && !left.grouping && !matching?.labels.length;
  if (
    !alone ||
    right.type !== 'call' ||
    right.name !== 'vector' ||
    right.args[0].type !== 'number'
  )
    return { node };
  return { node: left, absent: right.args[0].value };
}

/**
 * Takes a query apart into its shape and the label values that are its own.
 *
 * @public
 */
export function shapeOf(query: QueryNode): ShapedQuery {
  const whole = canonical(query);
  const { node, absent } = withoutDefault(whole);
  const common = commonLabels(selectorsOf(node));
  const labels = [...common.keys()];
  if (!labels.length || !lift(node, labels))
    return {
      shape: { key: printQuery(whole), labels: [], template: whole },
      values: [],
    };
  const template = replaceMatchers(
    node,
    new Map(labels.map(label => [label, { label, op: '=', value: '' }])),
  );
  return {
    shape: {
      key: `${labels.join(',')} ${printQuery(template)}`,
      labels,
      template,
    },
    values: [...common.values()],
    ...(absent !== undefined && { absent }),
  };
}
