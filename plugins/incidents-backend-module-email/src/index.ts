/**
 * Notifications of incidents by e-mail.
 *
 * @packageDocumentation
 */
export { incidentsModuleEmail as default } from './module';
