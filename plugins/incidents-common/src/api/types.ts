import type { components } from '../generated/openapi';

/** @public */
export type Severity = components['schemas']['Severity'];
/** @public */
export type IncidentStatus = components['schemas']['IncidentStatus'];
/** @public */
export type Role = components['schemas']['Role'];
/** @public */
export type AlertSeverity = components['schemas']['AlertSeverity'];
/** @public */
export type TimelineKind = components['schemas']['TimelineKind'];
/** @public */
export type NotificationState = components['schemas']['NotificationState'];
/** @public */
export type IntakeReceipt = components['schemas']['IntakeReceipt'];
/** @public */
export type AdapterStatus = components['schemas']['Adapter'];
/**
 * What a sentence of the API says, by code and params, for screens of other languages.
 *
 * @public
 */
export type Said = components['schemas']['Said'];
/** @public */
export type Reason = components['schemas']['Reason'];
/** @public */
export type Alert = components['schemas']['Alert'];
/** @public */
export type Suppression = components['schemas']['Suppression'];
/** @public */
export type SuppressionCause = components['schemas']['SuppressionCause'];
/** @public */
export type UnsuppressRequest = components['schemas']['UnsuppressRequest'];
/** @public */
export type Unsuppressed = components['schemas']['Unsuppressed'];
/** @public */
export type AlertDetail = components['schemas']['AlertDetail'];
/** @public */
export type AlertPage = components['schemas']['AlertPage'];
/** @public */
export type AlertCounts = components['schemas']['AlertCounts'];
/** @public */
export type QuarantinePage = components['schemas']['QuarantinePage'];
/** @public */
export type Matcher = components['schemas']['Matcher'];
/** @public */
export type MappingRequest = components['schemas']['MappingRequest'];
/** @public */
export type Mapping = components['schemas']['Mapping'];
/** @public */
export type TaughtMapping = components['schemas']['TaughtMapping'];
/** @public */
export type SilenceRequest = components['schemas']['SilenceRequest'];
/** @public */
export type Silence = components['schemas']['Silence'];
/** @public */
export type AffectedEntity = components['schemas']['AffectedEntity'];
/** @public */
export type Origin = components['schemas']['Origin'];
/** @public */
export type Suspect = components['schemas']['Suspect'];
/** @public */
export type Incident = components['schemas']['Incident'];
/** @public */
export type IncidentDetail = components['schemas']['IncidentDetail'];
/** @public */
export type IncidentPage = components['schemas']['IncidentPage'];
/** @public */
export type Declaration = components['schemas']['Declaration'];
/** @public */
export type ImportedIncident = components['schemas']['ImportedIncident'];
/** @public */
export type IncidentEdit = components['schemas']['IncidentEdit'];
/** @public */
export type StatusChange = components['schemas']['StatusChange'];
/** @public */
export type BulkChange = components['schemas']['BulkChange'];
/** @public */
export type BulkResult = components['schemas']['BulkResult'];
/** @public */
export type TimelineEntry = components['schemas']['TimelineEntry'];
/** @public */
export type TimelinePage = components['schemas']['TimelinePage'];
/** @public */
export type Graph = components['schemas']['Graph'];
/** @public */
export type RelatedIncident = components['schemas']['RelatedIncident'];
/** @public */
export type Responder = components['schemas']['Responder'];
/** @public */
export type PostmortemSections = components['schemas']['PostmortemSections'];
/** @public */
export type Postmortem = components['schemas']['Postmortem'];
/** @public */
export type PostmortemEdit = components['schemas']['PostmortemEdit'];
/** @public */
export type FollowUpRequest = components['schemas']['FollowUpRequest'];
/** @public */
export type FollowUpEdit = components['schemas']['FollowUpEdit'];
/** @public */
export type FollowUp = components['schemas']['FollowUp'];
/** @public */
export type Change = components['schemas']['Change'];
/** @public */
export type Finding = components['schemas']['Finding'];
/** @public */
export type FindingCounts = components['schemas']['FindingCounts'];
/** @public */
export type IncidentsSummary = components['schemas']['Summary'];
/** @public */
export type OncallPerson = components['schemas']['OncallPerson'];
/** @public */
export type Shift = components['schemas']['Shift'];
/** @public */
export type OncallLevel = components['schemas']['OncallLevel'];
/** @public */
export type Oncall = components['schemas']['Oncall'];
/** @public */
export type OncallTeam = components['schemas']['OncallTeam'];
/** @public */
export type Channels = components['schemas']['Channels'];
/** @public */
export type NotificationRecord = components['schemas']['Notification'];
/** @public */
export type Distribution = components['schemas']['Distribution'];
/** @public */
export type IncidentMetrics = components['schemas']['Metrics'];
/** @public */
export type DryRunIncident = components['schemas']['DryRunIncident'];
/** @public */
export type DryRun = components['schemas']['DryRun'];

/** @public */
export type IncidentDocument = components['schemas']['IncidentDocument'];
