import { Random } from '../storm/Random';

const names = ['HighErrorRate', 'HighLatency', 'ServiceDown', 'PodRestarting'];

/** An alert as Alertmanager has it. */
export type SentAlert = {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  fingerprint: string;
  status: 'firing' | 'resolved';
};

/**
 * Alerts that begin to fire on services at random, without end, of 7 labels and 2 annotations. Each is
 * severe enough to become an incident or join one. Its serial number is in an annotation.
 */
export function* sentAlerts(options: {
  /** Names of entities. */
  services: string[];
  /** Of the first one. */
  serial: number;
  /** Epoch ms. */
  startsAt: (serial: number) => number;
}): Generator<SentAlert, never> {
  const { services, serial, startsAt } = options;
  const random = Random.create(5 + serial);
  for (let n = serial; ; n++) {
    const service = random.pick(services);
    const pod = `${service}-${n.toString(36)}`;
    yield {
      status: 'firing',
      labels: {
        alertname: random.pick(names),
        cluster: `cluster-${random.below(4)}`,
        environment: 'production',
        job: 'kubernetes-pods',
        pod,
        service,
        severity: 'error',
      },
      annotations: {
        summary: `${service} is in trouble on ${pod}`,
        serial: String(n),
      },
      startsAt: new Date(startsAt(n)).toISOString(),
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: n.toString(16).padStart(16, '0'),
    };
  }
}

/** What Alertmanager's webhook sends, version 4. */
export function alertmanagerBody(alerts: SentAlert[]) {
  return {
    version: '4',
    groupKey: `{}:{first="${alerts[0].fingerprint}"}`,
    truncatedAlerts: 0,
    status: alerts.some(({ status }) => status === 'firing')
      ? 'firing'
      : 'resolved',
    receiver: 'ghostlight',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example:9093',
    alerts,
  };
}
