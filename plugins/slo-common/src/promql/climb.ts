import { precedence } from './precedence';
import type { QueryNode } from './QueryNode';

/** A binary operator with its modifiers. */
export type Operator = Pick<
  Extract<QueryNode, { type: 'binary' }>,
  'op' | 'bool' | 'matching'
>;
/** What stands in a row: operands, and the operators between and before them. */
export type Token =
  | { operand: QueryNode; closed?: true }
  | { binary: Operator }
  | { unary: '-' | '+' };

/**
 * Precedence climbing over what was written in a row. The grammar is made for highlighting: it reads
 * `a + b offset 5m * c` as `((a + b) offset 5m) * c` and `-1 ^ 2` as `(-1) ^ 2`, Prometheus does not.
 */
export function climb(tokens: Token[]): QueryNode {
  let next = 0;
  function operand(): QueryNode {
    const token = tokens[next++];
    if ('unary' in token)
      return { type: 'unary', op: token.unary, expr: from(precedence['^']) };
    return (token as { operand: QueryNode }).operand;
  }
  function from(lowest: number): QueryNode {
    let left = operand();
    for (;;) {
      const token = tokens[next];
      if (!token || !('binary' in token)) return left;
      const own = precedence[token.binary.op];
      if (own < lowest) return left;
      next++;
      const right = from(token.binary.op === '^' ? own : own + 1);
      left = { type: 'binary', ...token.binary, left, right };
    }
  }
  return from(0);
}
