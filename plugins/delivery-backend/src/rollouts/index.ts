export { actOnRollout } from './actOnRollout';
export { createRolloutRunHandler } from './createRolloutRunHandler';
export type { DescribedRollout } from './describeRollout';
export { ExternalRolloutFollower } from './ExternalRolloutFollower';
export { projectRollout } from './projectRollout';
export * from './readRollouts';
export {
  readRolloutSettings,
  type RolloutSettings,
} from './readRolloutSettings';
export type { RolloutContext } from './RolloutContext';
export { rolloutKind } from './runOf';
export { startRollout, type Shipper } from './startRollout';
export { withControls } from './withControls';
export { versionOf } from './planRollout';
