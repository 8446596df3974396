/**
 * Types, permissions and API client of the delivery family.
 *
 * @packageDocumentation
 */
export type {
  components as DeliveryComponents,
  operations as DeliveryOperations,
  paths as DeliveryPaths,
} from './generated/openapi';
export * from './api';
