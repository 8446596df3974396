/**
 * Finds incidents, postmortems and runbooks through the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleGhostlight as default } from './module';
