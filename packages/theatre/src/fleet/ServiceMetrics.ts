import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { latencyBuckets, type Route, type ServiceSpec } from './services';

/** The codes whose counters exist before their first request, so that a first error counts. */
const codes = ['200', '500', '502', '503'];

/** What a service tells Prometheus: latency, traffic, errors, saturation; and which version runs. */
export class ServiceMetrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['service', 'route', 'method', 'code'],
    registers: [this.registry],
  });
  private readonly duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['service', 'route', 'method', 'code'],
    buckets: latencyBuckets,
    registers: [this.registry],
  });
  private readonly version = new Gauge({
    name: 'service_version_info',
    help: 'The running release, always 1',
    labelNames: ['service', 'version'],
    registers: [this.registry],
  });
  private readonly tokens: Counter | undefined;
  private readonly firstToken: Histogram | undefined;

  private constructor(
    private readonly spec: ServiceSpec,
    read: { saturation(): number; quality(): number },
  ) {
    const service = spec.name;
    for (const route of spec.routes) {
      for (const code of codes) {
        this.requests.inc(this.labels(route, code), 0);
        this.duration.zero(this.labels(route, code));
      }
    }
    const registers = [this.registry];
    const saturation: Gauge = new Gauge({
      name: 'service_saturation_ratio',
      help: 'Share of the capacity in use',
      labelNames: ['service'],
      registers,
      collect: () => saturation.set({ service }, read.saturation()),
    });
    if (service !== 'recommendations') return;
    const quality: Gauge = new Gauge({
      name: 'llm_quality_score',
      help: 'Score of the answers by the evaluation set, 0 to 1',
      labelNames: ['service'],
      registers,
      collect: () => quality.set({ service }, read.quality()),
    });
    this.tokens = new Counter({
      name: 'llm_tokens_total',
      help: 'Tokens written',
      labelNames: ['service'],
      registers,
    });
    this.firstToken = new Histogram({
      name: 'llm_time_to_first_token_seconds',
      help: 'Time until the first token',
      labelNames: ['service'],
      buckets: latencyBuckets,
      registers,
    });
  }

  static create(
    spec: ServiceSpec,
    read: { saturation(): number; quality(): number },
  ) {
    return new ServiceMetrics(spec, read);
  }

  answered(route: Route, code: number, seconds: number) {
    const labels = this.labels(route, String(code));
    this.requests.inc(labels);
    this.duration.observe(labels, seconds);
  }

  generated(tokens: number, firstTokenSeconds: number) {
    const service = this.spec.name;
    this.tokens?.inc({ service }, tokens);
    this.firstToken?.observe({ service }, firstTokenSeconds);
  }

  running(version: string) {
    this.version.reset();
    this.version.set({ service: this.spec.name, version }, 1);
  }

  private labels(route: Route, code: string) {
    return {
      service: this.spec.name,
      route: route.path,
      method: route.method,
      code,
    };
  }
}
