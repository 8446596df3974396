export type * from './Runbook';
export type * from './RemediationPolicy';
export type * from './ChaosExperiment';
export type { ActionFacts, CompileOptions } from './ActionFacts';
export { compileRunbook } from './compile/compileRunbook';
export { compilePolicy } from './compile/compilePolicy';
export { compileExperiment } from './compile/compileExperiment';
export { concernedEntities } from './concernedEntities';
export {
  matchTriggers,
  type Seen,
  type SeenAlert,
  type TriggerMatch,
} from './match/matchTriggers';
export { keysFor, keysOf } from './match/keys';
export { fillIn } from './values/fillIn';
export { checkInputs } from './values/checkInputs';
export { documentSchemas } from './schema/documentSchemas';
