/**
 * OpenSLO documents, budget arithmetic, permissions and API client of the slo family.
 *
 * @packageDocumentation
 */
export type {
  components as SloComponents,
  operations as SloOperations,
  paths as SloPaths,
} from './generated/openapi';
export * from './api';
export * from './objective';
export * from './document';
export * from './arithmetic';
export * from './policy';
export * from './promql';
