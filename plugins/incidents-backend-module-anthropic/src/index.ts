/**
 * Asks Claude for analyses that cite their evidence.
 *
 * @packageDocumentation
 */
export { incidentsModuleAnthropic as default } from './module';
