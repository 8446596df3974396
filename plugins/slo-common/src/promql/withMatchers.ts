import type { QueryMatcher, QueryNode } from './QueryNode';
import { mapChildren } from './walk';

/**
 * The same query of fewer series: every selector gets the matchers on top of its own, also where it
 * has one for the same label already. What `info()` adds labels from is left as it is: it selects no
 * series of its own.
 *
 * @public
 */
export function withMatchers(
  node: QueryNode,
  matchers: QueryMatcher[],
): QueryNode {
  if (node.type === 'selector')
    return { ...node, matchers: [...node.matchers, ...matchers] };
  if (node.type === 'call' && node.name === 'info') {
    const [first, ...others] = node.args;
    return first
      ? { ...node, args: [withMatchers(first, matchers), ...others] }
      : node;
  }
  return mapChildren(node, child => withMatchers(child, matchers));
}
