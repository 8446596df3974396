export { onceKey } from './onceKey';
export { isConflict, messageOf, useAct, type Act } from './useAct';
export { useDeclareRefusal } from './useDeclareRefusal';
export { useIncidentLinks, type IncidentLinks } from './useIncidentLinks';
export {
  useAlert,
  useAlerts,
  useChanges,
  useGraph,
  useIncident,
  useIncidentPages,
  useOncall,
  usePostmortem,
  useRelated,
  useResponders,
  useSummary,
  useTimeline,
  type IncidentFilter,
} from './useIncidents';
export {
  dataOf,
  INCIDENTS_CHANNEL,
  useIncidentsPages,
  useIncidentsQuery,
} from './useIncidentsQuery';
export { useMe } from './useMe';
export { useRefusal } from './useRefusal';
export { useBackend } from './useBackend';
