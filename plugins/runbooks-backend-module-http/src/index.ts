/**
 * Webhooks, feature flags and rotation of secrets, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleHttp as default } from './module';
