/**
 * Watches and rolls back Deployments, Argo Rollouts and their traffic, for the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleKubernetes as default } from './module';
