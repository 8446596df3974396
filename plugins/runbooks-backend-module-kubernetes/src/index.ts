/**
 * Actions of Kubernetes, Istio, Chaos Mesh and Litmus, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleKubernetes as default } from './module';
