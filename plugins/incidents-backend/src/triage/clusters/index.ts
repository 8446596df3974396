export { clusterIncidents, type ClosedIncident } from './clusterIncidents';
export { readClosedIncidents } from './readClosedIncidents';
