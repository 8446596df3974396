export { acknowledgeIncident } from './acknowledgeIncident';
export { addNote, type NoteRequest } from './addNote';
export { appendTimeline, type TimelineAppend } from './appendTimeline';
export { changeIncidents } from './changeIncidents';
export { changeStatus, type StatusChange } from './changeStatus';
export { declareIncident } from './declareIncident';
export { deleteIncident } from './deleteIncident';
export { describeIncidents } from './describeIncidents';
export { editIncident } from './editIncident';
export {
  addFollowUp,
  describeFollowUp,
  editFollowUp,
  getFollowUp,
  listFollowUps,
  type FollowUpRow,
  type ListFollowUpsRequest,
} from './followUps';
export type { IncidentRow } from './IncidentRow';
export { listChanges, type ListChangesRequest } from './listChanges';
export { listFindings, type ListFindingsRequest } from './listFindings';
export { listIncidents, type ListIncidentsRequest } from './listIncidents';
export { listOpenEntities } from './listOpenEntities';
export { locateIncidents } from './locateIncidents';
export { lockIncident } from './lockIncident';
export { mergeIncident } from './mergeIncident';
export {
  openIncident,
  openIncidents,
  type IncidentOpening,
} from './openIncident';
export { readGraph } from './readGraph';
export { getIncidentRow, mergedInto, readIncident } from './readIncident';
export { readTimeline, type TimelineRequest } from './readTimeline';
export { indexEntities, indexIncidents, reindexIncidents } from './search';
export { setRole, type RoleRequest } from './setRole';
export { setStatus } from './setStatus';
export { splitIncident, type SplitRequest } from './splitIncident';
export { summarize } from './summarize';
export { whereIncidentVisible } from './whereIncidentVisible';
