/**
 * On-call from PagerDuty for the incidents backend, and notifications to it.
 *
 * @packageDocumentation
 */
export { incidentsModulePagerDuty as default } from './module';
