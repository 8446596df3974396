/**
 * Starts workflows of GitHub, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleGitHub as default } from './module';
