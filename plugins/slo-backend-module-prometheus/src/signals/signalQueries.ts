import { escapeRegex } from '@ghostlight/plugin-slo-common';
import type { QueryMatcher, QueryNode } from '@ghostlight/plugin-slo-common';
import type { SignalProfile } from '../readInstances';

/** Above this length the names are not sent, and what was not asked for is dropped from the answer. */
const maxFilterChars = 256 * 1024;

function vector(
  name: string,
  matchers: QueryMatcher[],
  ms?: number,
): QueryNode {
  return { type: 'selector', name, matchers, ...(ms && { range: { ms } }) };
}

function call(name: string, ...args: QueryNode[]): QueryNode {
  return { type: 'call', name, args };
}

function aggregate(
  op: string,
  labels: string[],
  expr: QueryNode,
  param?: QueryNode,
): QueryNode {
  const grouping = { mode: 'by' as const, labels };
  return { type: 'aggregate', op, grouping, expr, ...(param && { param }) };
}

function quantile(value: number, expr: QueryNode): QueryNode {
  return call('histogram_quantile', { type: 'number', value }, expr);
}

export type SignalQuery =
  | 'p50'
  | 'p95'
  | 'p99'
  | 'traffic'
  | 'errors'
  | 'saturation'
  | 'cpu'
  | 'memory'
  | 'connections'
  | 'queue'
  | 'endpointTraffic'
  | 'endpointP99';

/** The queries of one round, for all entities at once: their number does not depend on that of the entities. */
export function signalQueries(
  profile: SignalProfile,
  names: string[],
): Record<SignalQuery, QueryNode> {
  const { histogram, serviceLabel, endpointLabel, codeLabel } = profile;
  const values = [...new Set(names)].sort().map(escapeRegex).join('|');
  const only: QueryMatcher[] =
    values.length <= maxFilterChars
      ? [{ label: serviceLabel, op: '=~', value: values }]
      : [{ label: serviceLabel, op: '!=', value: '' }];
  const errors: QueryMatcher = {
    label: codeLabel,
    op: '=~',
    value: profile.errorCodes,
  };
  const ms = profile.windowSeconds * 1000;
  const rate = (suffix: string, labels: string[], matchers = only) =>
    aggregate(
      'sum',
      labels,
      call('rate', vector(`${histogram}_${suffix}`, matchers, ms)),
    );
  const highest = (gauge: string) =>
    aggregate('max', [serviceLabel], vector(gauge, only));
  const buckets = rate('bucket', [serviceLabel, 'le']);
  const endpoint = [serviceLabel, endpointLabel];
  const busiest = aggregate('topk', [serviceLabel], rate('count', endpoint), {
    type: 'number',
    value: profile.endpoints,
  });
  return {
    p50: quantile(0.5, buckets),
    p95: quantile(0.95, buckets),
    p99: quantile(0.99, buckets),
    traffic: rate('count', [serviceLabel]),
    errors: rate('count', [serviceLabel], [...only, errors]),
    saturation: highest(profile.saturation),
    cpu: highest(profile.cpu),
    memory: highest(profile.memory),
    connections: highest(profile.connections),
    queue: highest(profile.queue),
    endpointTraffic: busiest,
    endpointP99: {
      type: 'binary',
      op: 'and',
      left: quantile(0.99, rate('bucket', [...endpoint, 'le'])),
      right: busiest,
      matching: { kind: 'on', labels: endpoint },
    },
  };
}
