/**
 * Runs allow-listed commands without a shell, for the runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksModuleCommand as default } from './module';
