/**
 * On-call from Opsgenie, for the incidents backend.
 *
 * @packageDocumentation
 */
export { incidentsModuleOpsgenie as default } from './module';
