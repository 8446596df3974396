export {
  approveRelease,
  listApprovals,
  locateApproval,
  revokeApproval,
} from './approvals';
export * from './checks';
export { listEvaluations, recordEvaluation } from './evaluations';
export { readGateConfig, type GateConfig } from './GateConfig';
export { Gathered } from './Gathered';
export { GateKeeper } from './GateKeeper';
export { GateSigner } from './GateSigner';
export {
  createOverride,
  listOverrides,
  locateOverride,
  revokeOverride,
} from './overrides';
export { Remembered } from './Remembered';
export { answerFlagger, readFlaggerCall } from './flagger';
