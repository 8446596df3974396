/**
 * What the documents and API clients of the families have in common.
 *
 * @packageDocumentation
 */
export * from './createApiClient';
export * from './documents';
