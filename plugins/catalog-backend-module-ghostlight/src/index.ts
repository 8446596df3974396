/**
 * The OpenSLO and Ghostlight kinds of the software catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleGhostlight as default } from './module';
export { DOCUMENTS_TOPIC } from './topic';
