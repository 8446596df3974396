/**
 * Scaffolder actions that add objectives and runbooks to a repository.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGhostlight as default } from './module';
