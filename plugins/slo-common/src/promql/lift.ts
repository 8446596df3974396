import { valueType } from './valueType';
import { childrenOf, mapChildren, selectorsOf } from './walk';
import type { QueryNode } from './QueryNode';

const liftableAggregations = new Set([
  ...['sum', 'min', 'max', 'avg', 'count', 'group', 'stddev', 'stdvar'],
  ...['quantile', 'topk', 'bottomk'],
]);

/** They hand on the series they pick, with all labels. */
const selecting = /^(topk|bottomk)$/;
const setOperator = /^(and|or|unless)$/;

/** These look at labels, or at whether anything is there at all: merging would change what they say. */
const unliftableCalls = new Set([
  ...['absent', 'absent_over_time', 'label_replace', 'label_join', 'info'],
  ...['scalar', 'vector', 'sort', 'sort_desc', 'sort_by_label'],
  ...['sort_by_label_desc'],
]);

function union(names: string[], labels: string[]): string[] {
  return [...new Set([...names, ...labels])].sort();
}

function without(names: string[], labels: string[]): string[] {
  return names.filter(name => !labels.includes(name));
}

/** Whether the series of two queries carry the same of these labels. */
function agree(a: QueryNode, b: QueryNode, labels: string[]): boolean {
  return labels.every(label => keeps(a, label) === keeps(b, label));
}

/**
 * Whether the series of a query carry a label that all its selectors hold to a value. Aggregations
 * and vector matching may have dropped it.
 */
function keeps(node: QueryNode, label: string): boolean {
  switch (node.type) {
    case 'selector':
      return true;
    case 'aggregate': {
      if (selecting.test(node.op)) return keeps(node.expr, label);
      const { mode, labels = [] } = node.grouping ?? {};
      const listed = labels.includes(label);
      return (
        (mode === 'by' ? listed : mode === 'without' && !listed) &&
        keeps(node.expr, label)
      );
    }
    case 'binary': {
      const { left, right, matching, op } = node;
      if (valueType(left) === 'scalar') return keeps(right, label);
      if (!matching || valueType(right) === 'scalar' || setOperator.test(op))
        return keeps(left, label);
      const { kind, labels, group } = matching;
      if (group) {
        const [many, one] =
          group.side === 'left' ? [left, right] : [right, left];
        return keeps(group.labels.includes(label) ? one : many, label);
      }
      return labels.includes(label) === (kind === 'on') && keeps(left, label);
    }
    default:
      return childrenOf(node).some(child => keeps(child, label));
  }
}

/**
 * Rewrites a query so that it answers for every value of `labels` at once, each series of the result
 * carrying the labels it belongs to: restricted to one combination of values, the result is that of
 * the query with these values. The labels are kept through aggregations and vector matching.
 * Undefined where that cannot be done.
 */
export function lift(node: QueryNode, labels: string[]): QueryNode | undefined {
  if (valueType(node) === 'scalar')
    return selectorsOf(node).length ? undefined : node;
  switch (node.type) {
    case 'selector':
      return node;
    case 'aggregate': {
      if (!liftableAggregations.has(node.op)) return undefined;
      const expr = lift(node.expr, labels);
      if (!expr || (node.param && !lift(node.param, labels))) return undefined;
      const grouping =
        node.grouping?.mode === 'without'
          ? {
              mode: 'without' as const,
              labels: without(node.grouping.labels, labels),
            }
          : {
              mode: 'by' as const,
              labels: union(node.grouping?.labels ?? [], labels),
            };
      return { ...node, expr, grouping };
    }
    case 'binary': {
      const left = lift(node.left, labels);
      const right = lift(node.right, labels);
      if (!left || !right) return undefined;
      // Where only one side has a label, nothing matches; where both sides get it, something would.
      const compared = labels.filter(label => {
        const listed = node.matching?.labels.includes(label) ?? false;
        return listed === (node.matching?.kind === 'on') || node.op === 'or';
      });
      const scalar = [node.left, node.right].some(
        side => valueType(side) === 'scalar',
      );
      if (!scalar && !agree(node.left, node.right, compared)) return undefined;
      const matching = node.matching && {
        ...node.matching,
        labels:
          node.matching.kind === 'on'
            ? union(node.matching.labels, labels)
            : without(node.matching.labels, labels),
      };
      return { ...node, left, right, ...(matching && { matching }) };
    }
    case 'call':
      if (unliftableCalls.has(node.name) || !selectorsOf(node).length)
        return undefined;
      if (node.name.startsWith('histogram_') && labels.includes('le'))
        return undefined;
      break;
    case 'string':
      return undefined;
    default:
      break;
  }
  let whole = true;
  const lifted = mapChildren(node, child => {
    const result = lift(child, labels);
    whole &&= result !== undefined;
    return result ?? child;
  });
  return whole ? lifted : undefined;
}
