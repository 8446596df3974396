/**
 * On-call from Grafana OnCall, for the incidents backend.
 *
 * @packageDocumentation
 */
export { incidentsModuleGrafana as default } from './module';
