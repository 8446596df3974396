export { createMetricsRouter } from './createMetricsRouter';
export { readEntityRef, readEntityRefs } from './readEntityRef';
export { refuseNul, verifyBody } from './refuseNul';
export type { SignatureCheck } from './SignatureCheck';
export * from './Caller';
export { callerOf } from './callerOf';
export {
  readCursor,
  writeCursor,
  type CursorKinds,
  type CursorPosition,
} from './cursor';
