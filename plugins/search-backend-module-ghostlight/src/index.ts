/**
 * Finds incidents and postmortems through the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleGhostlight as default } from './module';
