import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import type { Random } from '../../bench/incidents/storm/Random';
import type { Truth } from './runSystem';
import type { Service } from './System';

type Series = NonNullable<TriageCase['metrics']>[number];
type Kind = NonNullable<Series['kind']>;

interface Measure {
  kind: Kind;
  names: [plain: string, prometheus: string, dotted: string];
  of(truth: Truth): number[];
  /** As a counter when the dialect is Prometheus's. */
  isCounter?: boolean;
}

const measures: Measure[] = [
  {
    kind: 'cpu',
    names: ['cpu', 'container_cpu_usage_seconds_total', 'system.cpu.usage'],
    of: t => t.cpu,
    isCounter: true,
  },
  {
    kind: 'memory',
    names: ['mem', 'container_memory_working_set_bytes', 'jvm.memory.used'],
    of: t => t.memory,
  },
  {
    kind: 'disk',
    names: ['diskio', 'container_fs_writes_bytes_total', 'disk.write.bytes'],
    of: t => t.disk,
    isCounter: true,
  },
  {
    kind: 'network',
    names: [
      'net_tx',
      'container_network_transmit_bytes_total',
      'net.bytes_sent',
    ],
    of: t => t.sent,
    isCounter: true,
  },
  {
    kind: 'network',
    names: ['retrans', 'node_netstat_tcp_retrans_total', 'tcp.retransmits'],
    of: t => t.retransmits,
    isCounter: true,
  },
  {
    kind: 'requests',
    names: ['workload', 'http_requests_total', 'http.server.requests'],
    of: t => t.rps,
    isCounter: true,
  },
  {
    kind: 'errors',
    names: ['error', 'http_request_errors_total', 'http.server.errors'],
    of: t => t.errors,
    isCounter: true,
  },
  {
    kind: 'latency',
    names: ['latency-50', 'request_duration_p50_seconds', 'http.latency.p50'],
    of: t => t.latency,
  },
  {
    kind: 'latency',
    names: ['latency-90', 'request_duration_p99_seconds', 'http.latency.p99'],
    of: t => t.latency.map(value => value * 2.3),
  },
  {
    kind: 'connections',
    names: ['socket', 'process_open_sockets', 'tcp.connections'],
    of: t => t.connections,
  },
  {
    kind: 'queue',
    names: ['queue', 'work_queue_depth', 'queue.depth'],
    of: t => t.queue,
  },
  {
    kind: 'restarts',
    names: [
      'restarts',
      'kube_pod_container_status_restarts_total',
      'pod.restarts',
    ],
    of: t => t.restarts,
  },
];

export interface Recording {
  start: number;
  step: number;
  /** Which of plain, prometheus, dotted. */
  dialect: 0 | 1 | 2;
  /** Places in `measures` that this monitoring has. */
  has: number[];
  tellsKind: boolean;
  gaps: number;
  spikes: number;
}

export function makeRecording(
  start: number,
  step: number,
  random: Random,
): Recording {
  const richness = 0.35 + 0.65 * random.next();
  const has = measures
    .map((_, place) => place)
    .filter(() => random.chance(richness));
  for (const kind of ['latency', 'cpu'])
    if (!has.some(place => measures[place].kind === kind) && random.chance(0.8))
      has.push(measures.findIndex(measure => measure.kind === kind));
  return {
    start,
    step,
    dialect: random.below(3) as 0 | 1 | 2,
    has,
    tellsKind: random.chance(0.5),
    gaps: random.chance(0.25) ? 0.05 * random.next() : 0,
    spikes: random.chance(0.5) ? 0.01 * random.next() : 0,
  };
}

/** What monitoring would have of it: noise of measuring, wild values, gaps, counters. */
export function recordMetrics(
  services: Service[],
  truths: Truth[],
  recording: Recording,
  random: Random,
): Series[] {
  const { dialect, start, step } = recording;
  const series: Series[] = [];
  for (const [place, service] of services.entries()) {
    if (!service.isMeasured) continue;
    for (const which of recording.has) {
      const measure = measures[which];
      if (
        service.type !== 'service' &&
        service.type !== 'edge' &&
        ['requests', 'errors', 'latency'].includes(measure.kind) &&
        random.chance(0.35)
      )
        continue;
      const isCounter = measure.isCounter && dialect === 1;
      let total = 1000 * random.next();
      const jitter =
        measure.kind === 'restarts' ? 0 : 0.01 + 0.1 * random.next() ** 2;
      const sampled = measure.kind === 'errors';
      const values = measure.of(truths[place]).map((value, tick) => {
        let seen = value * (1 + random.normal(jitter));
        if (sampled) seen = poisson(value * step, random) / step;
        if (measure.kind !== 'restarts' && random.chance(recording.spikes))
          seen *= 2 + random.delay(3);
        seen = Math.max(0, seen);
        if (isCounter) {
          if (truths[place].isDown[tick]) total = 0;
          total += seen * step;
          seen = total;
        }
        if (random.chance(recording.gaps)) return null;
        return Number(seen.toPrecision(6));
      });
      series.push({
        entityRef: service.name,
        name: measure.names[dialect],
        ...(recording.tellsKind && { kind: measure.kind }),
        start: new Date(start).toISOString(),
        step,
        values,
      });
    }
  }
  return series;
}

function poisson(mean: number, random: Random): number {
  if (mean > 30)
    return Math.max(0, Math.round(mean + random.normal(Math.sqrt(mean))));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next())
    count += 1;
  return count;
}
