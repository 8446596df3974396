export {
  approvalNeeded,
  readApprovalPolicy,
  tierAnnotation,
  type ApprovalPolicy,
} from './ApprovalPolicy';
export { actWith } from './actWith';
export { createRollbackHandler } from './createRollbackHandler';
export { takeBackOf, type TakenBack } from './takeBack';
export { createTakeBackHandler } from './takeBackWith';
export { describeDetail, describeJournal } from './describeRollback';
export { keepRollback } from './keepRollback';
export { listRollbacks, type ListRollbacksRequest } from './listRollbacks';
export { deleteOldPlans, readPlan, type StoredPlan } from './plans';
export { ownersOf, planRollback, type BarePlan } from './planRollback';
export {
  requestRollback,
  rollbackKind,
  type Requester,
} from './requestRollback';
export type { RollbackContext } from './RollbackContext';
export type { RollbackRow, RollbackSummary } from './RollbackRow';
export { readVerificationConfig } from './VerificationConfig';
export { runningRollbacks } from './runningRollbacks';
export { rollBackFailed } from './rollBackFailed';
