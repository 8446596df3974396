import type { ServiceName } from '../fleet/services';

/** What went wrong in the simulated past. */
export interface Trouble {
  service: ServiceName;
  /** Days after the past begins; it lasts 30. */
  day: number;
  minutes: number;
  /** Share of requests that failed. */
  failureShare?: number;
  /** Times its usual time. */
  latencyFactor?: number;
  /** What is left of the model's quality. */
  quality?: number;
}

/** Enough to make budgets worth reading, and none in the last day. */
export const troubles: Trouble[] = [
  { service: 'payments', day: 5.72, minutes: 22, failureShare: 0.35 },
  { service: 'catalogue', day: 9.41, minutes: 9, failureShare: 0.4 },
  { service: 'search', day: 12.6, minutes: 95, latencyFactor: 6 },
  { service: 'ledger', day: 18.35, minutes: 6, failureShare: 0.3 },
  { service: 'payments', day: 20.55, minutes: 50, latencyFactor: 8 },
  { service: 'checkout', day: 22.8, minutes: 14, failureShare: 0.25 },
  { service: 'recommendations', day: 26.3, minutes: 430, quality: 0.74 },
  { service: 'search', day: 27.7, minutes: 12, failureShare: 0.2 },
];
