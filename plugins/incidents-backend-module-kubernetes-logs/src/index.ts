/**
 * Reads logs of pods as evidence.
 *
 * @packageDocumentation
 */
export { incidentsModuleKubernetesLogs as default } from './module';
