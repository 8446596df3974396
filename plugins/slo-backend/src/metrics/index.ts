export { renderMetrics } from './renderMetrics';
