export { createMetricsRouter } from './createMetricsRouter';
