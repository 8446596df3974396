import {
  findService,
  latencyBuckets,
  serviceNames,
  type ServiceName,
} from '../fleet/services';
import type { Happening, Step } from './Past';

/** Services whose latency has objectives; a past of all the others' histograms would only cost time. */
const withHistogram: ServiceName[] = [
  'storefront',
  'checkout',
  'payments',
  'search',
];

const gauges = [
  ['service_saturation_ratio', 'saturation'],
  ['service_cpu_usage_ratio', 'cpu'],
  ['service_memory_usage_ratio', 'memory'],
  ['service_connections_usage_ratio', 'connections'],
  ['service_queue_depth', 'queue'],
] as const;

interface Series {
  /** Metric and labels, as a line begins. */
  head: string;
  /** Nothing where there is none of it. */
  value(step: Step): number | undefined;
  /** Gauges are sampled this often, seconds. */
  every?: number;
}

/** Label that the live services are scraped under, so that past and present are the same series. */
export function instanceOf(service: ServiceName) {
  return `${service}-1`;
}

function grow(add: (step: Step) => number) {
  let total = 0;
  return (step: Step) => {
    total += add(step);
    return Math.round(total);
  };
}

function seriesOf(service: ServiceName): Series[] {
  const { routes } = findService(service)!;
  const [{ path, method }] = routes;
  const where = `instance="${instanceOf(
    service,
  )}",job="theatre",service="${service}"`;
  const labels = (code: string) =>
    `${where},route="${path}",method="${method}",code="${code}"`;
  const of = (read: (happening: Happening) => number) =>
    grow(step => read(step.services[service]));
  const requests: Series[] = [
    { head: `http_requests_total{${labels('200')}}`, value: of(h => h.ok) },
    { head: `http_requests_total{${labels('500')}}`, value: of(h => h.failed) },
    ...gauges.map(([gauge, part]) => ({
      head: `${gauge}{${where}}`,
      value: (step: Step) => {
        const value = step.services[service][part];
        return value === undefined ? undefined : Number(value.toFixed(3));
      },
      every: 120,
    })),
  ];
  if (!withHistogram.includes(service)) return requests;
  const name = 'http_request_duration_seconds';
  return [
    ...requests,
    ...latencyBuckets.map((le, index) => ({
      head: `${name}_bucket{${labels('200')},le="${le}"}`,
      value: of(h => h.ok * h.withinBuckets[index]),
    })),
    {
      head: `${name}_bucket{${labels('200')},le="+Inf"}`,
      value: of(h => h.ok),
    },
    { head: `${name}_count{${labels('200')}}`, value: of(h => h.ok) },
  ];
}

/** Writes steps as OpenMetrics text; counters go on growing from one text to the next. */
export class OpenMetricsWriter {
  private readonly series: Series[] = [
    ...serviceNames.flatMap(seriesOf),
    {
      head: `llm_quality_score{instance="${instanceOf(
        'recommendations',
      )}",job="theatre",service="recommendations"}`,
      value: step => Number(step.quality.toFixed(3)),
    },
  ];

  private constructor() {}

  static create() {
    return new OpenMetricsWriter();
  }

  write(steps: Step[]): string {
    const lines: string[] = [];
    for (const { head, value, every = 0 } of this.series) {
      for (const step of steps) {
        const sample = value(step);
        if (sample === undefined || (every && step.at % every !== 0)) continue;
        lines.push(`${head} ${sample} ${step.at}`);
      }
    }
    lines.push('# EOF', '');
    return lines.join('\n');
  }
}
