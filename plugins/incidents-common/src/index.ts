/**
 * Types, permissions, rules and API client of the incidents family.
 *
 * @packageDocumentation
 */
export type {
  components as IncidentsComponents,
  operations as IncidentsOperations,
  paths as IncidentsPaths,
} from './generated/openapi';
export * from './api';
export * from './incidentId';
export * from './rules';
export * from './triage';
