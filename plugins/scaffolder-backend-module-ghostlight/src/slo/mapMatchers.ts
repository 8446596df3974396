import {
  parseQuery,
  printQuery,
  type QueryMatcher,
  type QueryNode,
} from '@ghostlight/plugin-slo-common';

/**
 * A query with other matchers, exchanged in its syntax tree: no value can become a part of the query.
 * Undefined when it is not a query.
 */
export function mapMatchers(
  query: string,
  map: (matcher: QueryMatcher) => QueryMatcher,
): string | undefined {
  let changed = false;
  const visit = (node: QueryNode): QueryNode => {
    switch (node.type) {
      case 'selector': {
        const matchers = node.matchers.map(matcher => {
          const mapped = map(matcher);
          changed ||= mapped.value !== matcher.value;
          return mapped;
        });
        return { ...node, matchers };
      }
      case 'call':
        return { ...node, args: node.args.map(visit) };
      case 'aggregate':
        return {
          ...node,
          ...(node.param && { param: visit(node.param) }),
          expr: visit(node.expr),
        };
      case 'binary':
        return { ...node, left: visit(node.left), right: visit(node.right) };
      case 'unary':
      case 'subquery':
        return { ...node, expr: visit(node.expr) };
      default:
        return node;
    }
  };
  try {
    const mapped = visit(parseQuery(query));
    // What is not changed stays as somebody wrote it.
    return changed ? printQuery(mapped) : query;
  } catch {
    return undefined;
  }
}
