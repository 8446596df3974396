/**
 * Runs software templates, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleScaffolder as default } from './module';
