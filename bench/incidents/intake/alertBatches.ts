/** One request's worth of alerts, in both forms. */
export interface AlertBatch {
  alerts: number;
  /** As Alertmanager's webhook sends it, version 4. */
  webhook: Buffer;
  /** As Alertmanager itself takes it, `POST /api/v2/alerts`. */
  api: Buffer;
}

/**
 * Batches of firing alerts, each alert with labels of its own, about as large as real ones: 9 labels, 3
 * annotations, some 700 bytes.
 */
export function makeBatches(options: {
  batches: number;
  perBatch: number;
  /** So that two calls make different alerts. */
  series: number;
}): AlertBatch[] {
  const { batches, perBatch, series } = options;
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const endsAt = new Date(Date.now() + 600_000).toISOString();
  return Array.from({ length: batches }, (_, batch) => {
    const alerts = Array.from({ length: perBatch }, (__, n) =>
      alertOf((series * batches + batch) * perBatch + n, startsAt),
    );
    const webhook = {
      version: '4',
      groupKey: `{}/{team="shop"}:{service="svc-${batch}"}`,
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'ghostlight',
      groupLabels: { service: `svc-${batch}` },
      commonLabels: { severity: 'critical' },
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example:9093',
      alerts: alerts.map(alert => ({
        status: 'firing',
        ...alert,
        endsAt: '0001-01-01T00:00:00Z',
      })),
    };
    const api = alerts.map(({ fingerprint: _fingerprint, ...alert }) => ({
      ...alert,
      endsAt,
    }));
    return {
      alerts: perBatch,
      webhook: Buffer.from(JSON.stringify(webhook)),
      api: Buffer.from(JSON.stringify(api)),
    };
  });
}

function alertOf(n: number, startsAt: string) {
  const service = `svc-${n % 500}`;
  const pod = `${service}-6d4cf56db6-${n.toString(36)}`;
  return {
    labels: {
      alertname: ['HighErrorRate', 'HighLatency', 'PodCrashLooping'][n % 3],
      cluster: 'eu-west-1a',
      container: service,
      instance: `10.0.${(n >> 8) & 255}.${n & 255}:9102`,
      job: 'kubernetes-pods',
      namespace: 'shop',
      pod,
      service,
      severity: n % 3 === 1 ? 'warning' : 'critical',
    },
    annotations: {
      summary: `${service} answers with errors on ${pod}`,
      description: `More than 5 % of the requests to ${pod} failed in the last five minutes.`,
      runbook_url: `https://runbooks.example/${service}/high-error-rate`,
    },
    startsAt,
    generatorURL: `http://prometheus.example:9090/graph?g0.expr=rate%28http_requests_total%7Bservice%3D%22${service}%22%7D%5B5m%5D%29`,
    fingerprint: n.toString(16).padStart(16, '0'),
  };
}
