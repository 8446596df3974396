export { AuthorizedChangesApi } from './AuthorizedChangesApi';
export { AuthorizedGateApi } from './AuthorizedGateApi';
export { AuthorizedRollbacksApi } from './AuthorizedRollbacksApi';
export { AuthorizedRolloutsApi } from './AuthorizedRolloutsApi';
export type { ChangesApi } from './ChangesApi';
export { DefaultChangesApi } from './DefaultChangesApi';
export { DefaultGateApi } from './DefaultGateApi';
export { DefaultRollbacksApi, type OwnershipOf } from './DefaultRollbacksApi';
export { DefaultRolloutsApi } from './DefaultRolloutsApi';
export type { GateApi } from './GateApi';
export { ReleaseAuthorizer } from './ReleaseAuthorizer';
export {
  createReleaseConditionalDecision,
  releaseConditions,
  releaseResourceRef,
  releaseResourceType,
  type ReleaseCondition,
  type ReleaseResource,
} from './releaseRules';
export type { RollbacksApi } from './RollbacksApi';
export type { RolloutsApi } from './RolloutsApi';
