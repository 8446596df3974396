export { appendTimeline, type TimelineAppend } from './appendTimeline';
export { openIncident, type IncidentOpening } from './openIncident';
export { changeStatus, type StatusChange } from './changeStatus';
export type { IncidentRow } from './IncidentRow';
