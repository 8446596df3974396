/**
 * What the API clients of the families have in common.
 *
 * @packageDocumentation
 */
export * from './createApiClient';
