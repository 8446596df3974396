/**
 * Reads logs from Grafana Loki as evidence.
 *
 * @packageDocumentation
 */
export { incidentsModuleLoki as default } from './module';
