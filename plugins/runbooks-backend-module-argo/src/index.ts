/**
 * Actions of Argo CD and Argo Workflows, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleArgo as default } from './module';
