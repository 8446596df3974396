/**
 * On-call rotations from YAML, for the incidents backend.
 *
 * @packageDocumentation
 */
export { incidentsModuleRotation as default } from './module';
