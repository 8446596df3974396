/**
 * A real API server for contract tests.
 *
 * @packageDocumentation
 */
export * from './testUtils/startControlPlane';
