export {
  actionId,
  actionIds,
  hasAction,
  rememberAction,
  rolloutLabel,
} from './actionIds';
export { changedBy, lastManager } from './changedBy';
export {
  changeObject,
  type ChangeOutcome,
  type Decision,
  type JsonPatchOperation,
} from './changeObject';
export {
  deploymentProgress,
  progressingOf,
  type DeploymentProgress,
} from './deploymentProgress';
