import { childrenOf, selectorsOf } from './walk';
import type { QueryNode } from './QueryNode';

/** Labels that the query holds to one value, so that grouping by them makes one series. */
function fixedLabels(node: QueryNode): Set<string> {
  const [first, ...others] = selectorsOf(node).map(
    ({ matchers }) =>
      new Set(matchers.filter(m => m.op === '=').map(m => m.label)),
  );
  return new Set(
    [...(first ?? [])].filter(label => others.every(o => o.has(label))),
  );
}

/** Whether the answer has at most one series, whatever the source holds. */
export function isSingle(node: QueryNode): boolean {
  switch (node.type) {
    case 'number':
      return true;
    case 'aggregate': {
      if (/^(topk|bottomk|limitk|limit_ratio|count_values)$/.test(node.op))
        return isSingle(node.expr);
      if (!node.grouping) return true;
      const { mode, labels } = node.grouping;
      const fixed = fixedLabels(node.expr);
      return mode === 'by' && labels.every(label => fixed.has(label));
    }
    case 'call': {
      const [first, second] = node.args;
      if (/^(vector|scalar|time|pi|absent|absent_over_time)$/.test(node.name))
        return true;
      if (
        node.name === 'histogram_quantile' &&
        second?.type === 'aggregate' &&
        second.grouping?.mode === 'by'
      ) {
        const labels = second.grouping.labels.filter(label => label !== 'le');
        return isSingle({ ...second, grouping: { mode: 'by', labels } });
      }
      return first !== undefined && childrenOf(node).every(isSingle);
    }
    case 'binary':
    case 'unary':
    case 'subquery':
      return childrenOf(node).every(isSingle);
    default:
      return false;
  }
}
