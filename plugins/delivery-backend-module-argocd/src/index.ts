/**
 * Watches and rolls back applications of Argo CD, for the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleArgoCd as default } from './module';
