import type { QueryNode } from './QueryNode';

/** What Prometheus calls the type of an expression. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

const scalarCalls = new Set(['time', 'pi', 'scalar']);
const setOperators = new Set(['and', 'or', 'unless']);
const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Functions over a range vector: what stands before it in their arguments, and after. */
const rangeCalls: Record<string, { before?: number; after?: number }> = {
  quantile_over_time: { before: 1 },
  predict_linear: { after: 1 },
  double_exponential_smoothing: { after: 2 },
};
for (const name of [
  ...['rate', 'increase', 'irate', 'delta', 'idelta', 'deriv', 'changes'],
  ...['resets', 'absent_over_time', 'avg_over_time', 'count_over_time'],
  ...['first_over_time', 'last_over_time', 'mad_over_time', 'max_over_time'],
  ...['min_over_time', 'present_over_time', 'stddev_over_time'],
  ...['stdvar_over_time', 'sum_over_time', 'ts_of_first_over_time'],
  ...['ts_of_last_over_time', 'ts_of_max_over_time', 'ts_of_min_over_time'],
])
  rangeCalls[name] = {};

/** Whether a function takes a range vector. */
export function takesRange(name: string): boolean {
  return name in rangeCalls;
}

function expectType(
  node: QueryNode,
  expected: ValueType,
  where: string,
): string | undefined {
  const found = valueType(node);
  if (typeof found === 'object') return found.problem;
  return found === expected
    ? undefined
    : `${where} takes a ${expected}, not a ${found}`;
}

function callType(
  node: Extract<QueryNode, { type: 'call' }>,
): ValueType | { problem: string } {
  const { name, args } = node;
  if (takesRange(name)) {
    const { before = 0, after = 0 } = rangeCalls[name];
    if (args.length !== before + 1 + after)
      return {
        problem: `${name}() takes ${before + 1 + after} argument(s), not ${
          args.length
        }`,
      };
    for (const [index, arg] of args.entries()) {
      const expected = index === before ? 'matrix' : 'scalar';
      const problem = expectType(arg, expected, `${name}()`);
      if (problem) return { problem };
    }
    return 'vector';
  }
  if (name === 'vector') {
    const problem =
      args.length === 1
        ? expectType(args[0], 'scalar', 'vector()')
        : 'vector() takes 1 argument';
    return problem ? { problem } : 'vector';
  }
  for (const arg of args) {
    const found = valueType(arg);
    if (typeof found === 'object') return found;
    if (found === 'matrix')
      return { problem: `${name}() takes no range; drop [${'…'}]` };
  }
  return scalarCalls.has(name) ? 'scalar' : 'vector';
}

/**
 * The type of an expression, or what Prometheus would say against it. Covers the mistakes that are
 * common in objectives (a range where none may stand, a missing one); Prometheus has the last word.
 */
export function valueType(node: QueryNode): ValueType | { problem: string } {
  switch (node.type) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return node.range ? 'matrix' : 'vector';
    case 'subquery': {
      const problem = expectType(node.expr, 'vector', 'a subquery');
      return problem ? { problem } : 'matrix';
    }
    case 'call':
      return callType(node);
    case 'aggregate': {
      const problem = expectType(node.expr, 'vector', `${node.op}()`);
      return problem ? { problem } : 'vector';
    }
    case 'unary': {
      const found = valueType(node.expr);
      return found === 'matrix' || found === 'string'
        ? { problem: `a ${found} has no sign` }
        : found;
    }
    default: {
      const left = valueType(node.left);
      const right = valueType(node.right);
      for (const side of [left, right]) {
        if (typeof side === 'object') return side;
        if (side === 'matrix' || side === 'string')
          return { problem: `${node.op} takes no ${side}` };
      }
      if (left === 'vector' && right === 'vector')
        return node.bool && !comparisons.has(node.op)
          ? { problem: `bool does not go with ${node.op}` }
          : 'vector';
      if (setOperators.has(node.op) || node.matching)
        return { problem: `${node.op} takes vectors on both sides` };
      if (left === 'scalar' && right === 'scalar')
        return comparisons.has(node.op) && !node.bool
          ? { problem: `between numbers, ${node.op} needs bool` }
          : 'scalar';
      return 'vector';
    }
  }
}
