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
/** @public */
export type EvidenceBundle = components['schemas']['EvidenceBundle'];
/** @public */
export type EvidenceItem = components['schemas']['EvidenceItem'];
/** @public */
export type EvidenceType = components['schemas']['EvidenceType'];
/** @public */
export type Redaction = components['schemas']['Redaction'];
/** @public */
export type Sentence = components['schemas']['Sentence'];
/** @public */
export type TriageFactor = components['schemas']['TriageFactor'];
/** @public */
export type TriageSuspect = components['schemas']['TriageSuspect'];
/** @public */
export type TriageReport = components['schemas']['TriageReport'];
/** @public */
export type TriageVerdict = components['schemas']['TriageVerdict'];
/** @public */
export type Triage = components['schemas']['Triage'];
/** @public */
export type TriageRequest = components['schemas']['TriageRequest'];
/** @public */
export type TriageRun = components['schemas']['TriageRun'];
/** @public */
export type TriageEvent = components['schemas']['TriageEvent'];
/** @public */
export type TriageStage = components['schemas']['TriageStage'];
/** @public */
export type TriageUsage = components['schemas']['TriageUsage'];
/** @public */
export type TriageTask = components['schemas']['TriageTask'];
/** @public */
export type TriageFeedback = components['schemas']['TriageFeedback'];
/** @public */
export type TriageFeedbackRequest =
  components['schemas']['TriageFeedbackRequest'];
/** @public */
export type TriageProposal = components['schemas']['TriageProposal'];
/** @public */
export type TriageAnalysis = components['schemas']['TriageAnalysis'];
/** @public */
export type AnalysisHypothesis = components['schemas']['AnalysisHypothesis'];
/** @public */
export type AnalysisAction = components['schemas']['AnalysisAction'];
/** @public */
export type Claim = components['schemas']['Claim'];
/** @public */
export type Money = components['schemas']['Money'];
/** @public */
export type ModelAvailability = components['schemas']['ModelAvailability'];
/** @public */
export type AlertReview = components['schemas']['AlertReview'];
/** @public */
export type IncidentSummary = components['schemas']['IncidentSummary'];
/** @public */
export type Narrative = components['schemas']['Narrative'];
/** @public */
export type IncidentCluster = components['schemas']['IncidentCluster'];
/** @public */
export type RunbookDraft = components['schemas']['RunbookDraft'];
/** @public */
export type RunbookDraftRequest = components['schemas']['RunbookDraftRequest'];
/** @public */
export type TriageSettings = components['schemas']['TriageSettings'];
/** @public */
export type TriageSpend = components['schemas']['TriageSpend'];
