/**
 * Watches deployments and workflow runs of GitHub, and rolls back through them, for the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleGitHub as default } from './module';
