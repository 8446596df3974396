/**
 * Runs jobs of Rundeck and AWX, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleJobs as default } from './module';
