/**
 * Reads objectives from Prometheus and all that speak its HTTP API.
 *
 * @packageDocumentation
 */
export { sloModulePrometheus as default } from './module';
