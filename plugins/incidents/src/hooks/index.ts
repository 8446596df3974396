export { useDeclareRefusal } from './useDeclareRefusal';
export { useDeliveryLinks } from './useDeliveryLinks';
export { useRunbookLinks } from './useRunbookLinks';
export { useIncidentLinks, type IncidentLinks } from './useIncidentLinks';
export {
  useAlert,
  useAlerts,
  useChanges,
  useFindings,
  useGraph,
  useIncident,
  useIncidentPages,
  useOncall,
  usePostmortem,
  useRelated,
  useResponders,
  useSummary,
  useTimeline,
  type FindingPage,
  type IncidentFilter,
  type PostmortemLanguage,
} from './useIncidents';
export {
  INCIDENTS_CHANNEL,
  useIncidentsPages,
  useIncidentsQuery,
} from './useIncidentsQuery';
