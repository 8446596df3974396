export { csvOf } from './csvOf';
export { metricsOf } from './metricsOf';
export type { MetricsScope } from './MetricsScope';
export { renderMetrics } from './renderMetrics';
