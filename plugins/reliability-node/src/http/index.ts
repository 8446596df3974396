export { createMetricsRouter } from './createMetricsRouter';
export { readEntityRef, readEntityRefs } from './readEntityRef';
export { refuseNul, verifyBody } from './refuseNul';
