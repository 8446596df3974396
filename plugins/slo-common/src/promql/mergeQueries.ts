import { lift } from './lift';
import { replaceMatchers } from './shapeOf';
import type { QueryShape } from './shapeOf';
import type { QueryMatcher, QueryNode } from './QueryNode';

/**
 * One query for many of a shape.
 *
 * @public
 */
export interface MergedQuery {
  query: QueryNode;
  /**
   * Positions in `shape.labels` of those that tell the series of the result apart. Empty when all
   * rows are equal: then every series belongs to all.
   */
  varying: number[];
}

/**
 * A text as an RE2 expression that matches it and nothing else. Prometheus anchors both ends.
 *
 * @public
 */
export function escapeRegex(value: string): string {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/**
 * Merges queries of one shape, given as rows of label values. Labels on which all rows agree stay
 * equality matchers; the others become one alternation each, so that with several of them more may be
 * selected than was asked: look results up by their labels.
 *
 * @public
 */
export function mergeQueries(shape: QueryShape, rows: string[][]): MergedQuery {
  const replacements = new Map<string, QueryMatcher>();
  const varying: number[] = [];
  shape.labels.forEach((label, index) => {
    const values = [...new Set(rows.map(row => row[index]))];
    if (values.length === 1) {
      replacements.set(label, { label, op: '=', value: values[0] });
      return;
    }
    varying.push(index);
    const value = values.sort().map(escapeRegex).join('|');
    replacements.set(label, { label, op: '=~', value });
  });
  const template = varying.length
    ? lift(
        shape.template,
        varying.map(index => shape.labels[index]),
      )!
    : shape.template;
  return { query: replaceMatchers(template, replacements), varying };
}
