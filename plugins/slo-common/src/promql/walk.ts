import type { QueryNode, QuerySelector } from './QueryNode';

/** The expressions directly under a node. */
export function childrenOf(node: QueryNode): QueryNode[] {
  switch (node.type) {
    case 'call':
      return node.args;
    case 'aggregate':
      return node.param ? [node.param, node.expr] : [node.expr];
    case 'binary':
      return [node.left, node.right];
    case 'unary':
    case 'subquery':
      return [node.expr];
    default:
      return [];
  }
}

/** The same node over other children. */
export function mapChildren(
  node: QueryNode,
  map: (child: QueryNode) => QueryNode,
): QueryNode {
  switch (node.type) {
    case 'call':
      return { ...node, args: node.args.map(map) };
    case 'aggregate':
      return {
        ...node,
        ...(node.param && { param: map(node.param) }),
        expr: map(node.expr),
      };
    case 'binary':
      return { ...node, left: map(node.left), right: map(node.right) };
    case 'unary':
    case 'subquery':
      return { ...node, expr: map(node.expr) };
    default:
      return node;
  }
}

/** All selectors of a query, from left to right. */
export function selectorsOf(node: QueryNode): QuerySelector[] {
  return node.type === 'selector'
    ? [node]
    : childrenOf(node).flatMap(selectorsOf);
}
