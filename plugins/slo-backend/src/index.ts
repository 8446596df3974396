/**
 * Measures objectives, keeps their ledger and answers for their budgets.
 *
 * @packageDocumentation
 */
export { sloPlugin as default } from './plugin';
export {
  createSloConditionalDecision,
  sloConditions,
  type ObjectiveCondition,
  type ObjectiveResource,
} from './service/objectiveRules';
