/**
 * Service reference, extension points and test utilities of the slo family.
 *
 * @packageDocumentation
 */
export * from './Source';
export * from './extensions';
export * from './SloService';
