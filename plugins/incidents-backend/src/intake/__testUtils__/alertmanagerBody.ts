import type { JsonObject } from '@backstage/types';

/** A group as Alertmanager sends it, of alerts of our own. */
export function alertmanagerBody(
  options: { count?: number; alerts?: unknown[]; truncated?: number } = {},
): JsonObject {
  const { count = 1, truncated = 0 } = options;
  const alerts =
    options.alerts ?? Array.from({ length: count }, (_, n) => alertOf(n));
  return {
    version: '4',
    groupKey: '{}:{service="checkout"}',
    truncatedAlerts: truncated,
    status: 'firing',
    receiver: 'ghostlight',
    groupLabels: { service: 'checkout' },
    commonLabels: { service: 'checkout', severity: 'critical' },
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example:9093',
    alerts: alerts as JsonObject[],
  };
}

/** The n-th alert of such a group. */
export function alertOf(n: number, changes: JsonObject = {}): JsonObject {
  return {
    status: 'firing',
    labels: {
      alertname: 'HighErrorRate',
      service: 'checkout',
      pod: `checkout-${n}`,
      severity: 'critical',
    },
    annotations: { summary: `checkout-${n} answers with errors` },
    startsAt: '2026-11-22T09:30:00.123456789Z',
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
    fingerprint: `f${n}`.padEnd(16, '0'),
    ...changes,
  };
}
