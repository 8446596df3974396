/**
 * Reads how versions do from Prometheus and all that speak its HTTP API.
 *
 * @packageDocumentation
 */
export { deliveryModulePrometheus as default } from './module';
