export { countAlerts } from './countAlerts';
export { describeAlert, type ShownAlertRow } from './describeAlert';
export { listAlerts } from './listAlerts';
export { locateAlerts, readAlert, type FindCandidates } from './readAlert';
export { findSuppressed, listSuppressionCauses } from './suppressionCauses';
export type { ListAlertsRequest } from './views';
export { whereAlertVisible } from './whereAlertVisible';
