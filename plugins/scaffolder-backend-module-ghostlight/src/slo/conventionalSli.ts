import {
  parseQuery,
  printQuery,
  type QueryMatcher,
  type QueryNode,
} from '@ghostlight/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { Subject } from '../catalog/Subject';
import { metricOf } from './metrics';
import type { FoundSli, ObjectiveType } from './Sli';

/** Which series are the entity's, as the delivery family has it: `app="payments"`. */
const SELECTOR_ANNOTATION = 'ghostlight.dev/metrics-selector';
const HISTOGRAM = 'http_request_duration_seconds';
const NO_ERROR: QueryMatcher = { label: 'code', op: '!~', value: '5..' };
const DEFAULT_SECONDS = 0.3;

/**
 * How services are measured where nothing says otherwise: by the histogram of prom-client, from which
 * the golden signals are read as well.
 */
export function conventionalSli(
  type: ObjectiveType,
  subject: Subject,
  options: { source?: string; threshold?: number },
): FoundSli {
  const { source, threshold } = options;
  const own = matchersOf(subject);
  const sum = (name: string, ...more: QueryMatcher[]) =>
    metricOf(
      printQuery({
        type: 'aggregate',
        op: 'sum',
        expr: { type: 'selector', name, matchers: [...own, ...more] },
      } as QueryNode),
      source,
    );
  const origin = { kind: 'convention' as const };
  switch (type) {
    case 'availability':
      return {
        spec: {
          ratioMetric: {
            counter: true,
            good: sum(`${HISTOGRAM}_count`, NO_ERROR),
            total: sum(`${HISTOGRAM}_count`),
          },
        },
        origin,
      };
    case 'latency': {
      const le = String(threshold ?? DEFAULT_SECONDS);
      return {
        spec: {
          ratioMetric: {
            counter: true,
            good: sum(`${HISTOGRAM}_bucket`, NO_ERROR, {
              label: 'le',
              op: '=',
              value: le,
            }),
            total: sum(`${HISTOGRAM}_count`, NO_ERROR),
          },
        },
        origin,
      };
    }
    case 'throughput': {
      if (threshold === undefined) {
        throw new InputError(
          'threshold: a throughput is compared with a number (found nothing; allowed: requests per second at least)',
        );
      }
      const rate = parseQuery(`sum(rate(${HISTOGRAM}_count[5m]))`);
      return {
        spec: {
          thresholdMetric: metricOf(printQuery(select(rate, own)), source),
        },
        comparison: { op: 'gte', value: threshold },
        origin,
      };
    }
    default: {
      const push = { metricSource: { type: 'push' } };
      return {
        spec: { ratioMetric: { good: push, total: push } },
        origin: { kind: 'push' },
      };
    }
  }
}

function select(node: QueryNode, matchers: QueryMatcher[]): QueryNode {
  if (node.type === 'selector') return { ...node, matchers };
  if (node.type === 'aggregate')
    return { ...node, expr: select(node.expr, matchers) };
  return node.type === 'call'
    ? { ...node, args: node.args.map(arg => select(arg, matchers)) }
    : node;
}

function matchersOf({ annotations, name }: Subject): QueryMatcher[] {
  const text = annotations[SELECTOR_ANNOTATION]?.trim().replace(
    /^\{([^]*)\}$/,
    '$1',
  );
  if (text) {
    try {
      const node = parseQuery(`up{${text}}`);
      if (node.type === 'selector' && node.matchers.length)
        return node.matchers;
    } catch {
      // The delivery family tells what is wrong with it.
    }
  }
  return [{ label: 'service', op: '=', value: name }];
}
