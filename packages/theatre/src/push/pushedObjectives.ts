import { serviceNames, type ServiceName } from '../fleet/services';

/** An objective of catalog/push, and what it counts. */
export interface PushedObjective {
  ref: string;
  service: ServiceName;
  /** `ok` of all requests, or `fast` of those that were ok. */
  counts: 'ok' | 'fast';
}

/** Services that promise a latency. */
const withLatency: ServiceName[] = [
  'storefront',
  'checkout',
  'payments',
  'search',
  'recommendations',
];

export const pushedObjectives: PushedObjective[] = [
  ...serviceNames.map(service => ({
    ref: `slo:default/${service}-availability`,
    service,
    counts: 'ok' as const,
  })),
  ...withLatency.map(service => ({
    ref: `slo:default/${service}-latency`,
    service,
    counts: 'fast' as const,
  })),
];
