/**
 * Takes alerts in, makes incidents of them, says whose they are and what was learned.
 *
 * @packageDocumentation
 */
export { incidentsPlugin as default } from './plugin';
export {
  createIncidentConditionalDecision,
  incidentConditions,
  type IncidentResource,
} from './service/incidentRules';
export {
  alertConditions,
  createAlertConditionalDecision,
  type AlertResource,
} from './service/alertRules';
export type { RowCondition } from './service/Visibility';
