import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Client } from './Client';
import { latencyBuckets, type Route, type ServiceSpec } from './services';

/** The codes whose counters exist before their first request, so that a first error counts. */
const codes = ['200', '500', '502', '503'];

const requestLabels = ['service', 'track', 'route', 'method', 'code'];

/** How the pods of one release on one track do. */
export interface PodReading {
  track: string;
  release: string;
  /** Shares, 0 to 1. */
  saturation: number;
  cpu: number;
  memory: number;
  quality: number;
}

/**
 * What a service tells Prometheus: latency, traffic, errors, saturation; how full its pods and its pools
 * of connections are; and which version runs. Series have the label `track` when the pods they are of
 * have it, as a Prometheus that takes over the labels of pods would give them; those of the other pods
 * are the series that they always were.
 */
export class ServiceMetrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: requestLabels,
    registers: [this.registry],
  });
  private readonly duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: requestLabels,
    buckets: latencyBuckets,
    registers: [this.registry],
  });
  private readonly version = new Gauge({
    name: 'service_version_info',
    help: 'The running releases, always 1',
    labelNames: ['service', 'track', 'version'],
    registers: [this.registry],
  });
  private readonly tokens: Counter | undefined;
  private readonly firstToken: Histogram | undefined;
  private readonly tracks = new Set<string>();

  private constructor(
    private readonly spec: ServiceSpec,
    private readonly read: () => PodReading[],
    client: Pick<Client, 'connections' | 'queue'>,
  ) {
    this.gauge(
      'service_saturation_ratio',
      'Share of the capacity in use',
      ({ saturation }) => saturation,
    );
    this.gauge(
      'service_cpu_usage_ratio',
      'CPU of the busiest pod as a share of its limit',
      ({ cpu }) => cpu,
    );
    this.gauge(
      'service_memory_usage_ratio',
      'Memory of the fullest pod as a share of its limit',
      ({ memory }) => memory,
    );
    // Of its pods together: they share their connections here.
    if (spec.routes.some(({ calls }) => calls.length)) {
      this.gaugeOfAll(
        'service_connections_usage_ratio',
        'Connections in use of the fullest pool, as a share of its size',
        () => client.connections,
      );
      this.gaugeOfAll(
        'service_queue_depth',
        'Calls that wait for a connection',
        () => client.queue,
      );
    }
    if (spec.name !== 'recommendations') return;
    this.gauge(
      'llm_quality_score',
      'Score of the answers by the evaluation set, 0 to 1',
      ({ quality }) => quality,
    );
    const registers = [this.registry];
    this.tokens = new Counter({
      name: 'llm_tokens_total',
      help: 'Tokens written',
      labelNames: ['service', 'track'],
      registers,
    });
    this.firstToken = new Histogram({
      name: 'llm_time_to_first_token_seconds',
      help: 'Time until the first token',
      labelNames: ['service', 'track'],
      buckets: latencyBuckets,
      registers,
    });
  }

  static create(
    spec: ServiceSpec,
    options: {
      read(): PodReading[];
      client: Pick<Client, 'connections' | 'queue'>;
    },
  ): ServiceMetrics {
    return new ServiceMetrics(spec, options.read, options.client);
  }

  answered(route: Route, track: string, code: number, seconds: number) {
    // Its pods are gone, and their series with them.
    if (!this.tracks.has(track)) return;
    const labels = this.labels(route, track, String(code));
    this.requests.inc(labels);
    this.duration.observe(labels, seconds);
  }

  generated(track: string, tokens: number, firstTokenSeconds: number) {
    if (!this.tracks.has(track)) return;
    this.tokens?.inc(this.of(track), tokens);
    this.firstToken?.observe(this.of(track), firstTokenSeconds);
  }

  /** Begins the series of pods that have come, and ends those of pods that have gone. */
  running(pods: { track: string; release: string }[]) {
    const now = new Set(pods.map(({ track }) => track));
    for (const track of now) if (!this.tracks.has(track)) this.begin(track);
    // Those without a track start anew, and go on counting where they were.
    for (const track of this.tracks)
      if (track && !now.has(track)) this.end(track);
    this.version.reset();
    for (const { track, release } of pods)
      this.version.set({ ...this.of(track), version: release }, 1);
  }

  private begin(track: string) {
    this.tracks.add(track);
    for (const labels of this.allLabels(track)) {
      this.requests.inc(labels, 0);
      this.duration.zero(labels);
    }
  }

  private end(track: string) {
    this.tracks.delete(track);
    for (const labels of this.allLabels(track)) {
      this.requests.remove(labels);
      this.duration.remove(labels);
    }
    this.tokens?.remove(this.of(track));
    this.firstToken?.remove(this.of(track));
  }

  /** The highest of each track's pods. */
  private gauge(
    name: string,
    help: string,
    valueOf: (reading: PodReading) => number,
  ) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ['service', 'track'],
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        const highest = new Map<string, number>();
        for (const reading of this.read()) {
          const { track } = reading;
          const value = Math.max(valueOf(reading), highest.get(track) ?? 0);
          highest.set(track, value);
        }
        for (const [track, value] of highest) gauge.set(this.of(track), value);
      },
    });
  }

  private gaugeOfAll(name: string, help: string, value: () => number) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ['service'],
      registers: [this.registry],
      collect: () => gauge.set(this.of(''), value()),
    });
  }

  private of(track: string) {
    return { service: this.spec.name, ...(track && { track }) };
  }

  private allLabels(track: string) {
    return this.spec.routes.flatMap(route =>
      codes.map(code => this.labels(route, track, code)),
    );
  }

  private labels(route: Route, track: string, code: string) {
    return { ...this.of(track), route: route.path, method: route.method, code };
  }
}
