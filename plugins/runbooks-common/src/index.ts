/**
 * Documents, types, permissions and API client of the runbooks family.
 *
 * @packageDocumentation
 */
export type {
  components as RunbooksComponents,
  operations as RunbooksOperations,
  paths as RunbooksPaths,
} from './generated/openapi';
export * from './api';
export * from './document';
