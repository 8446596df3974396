export { Analyst, type AnalystOptions } from './Analyst';
export {
  readAnalysisConfig,
  type AnalysisBudget,
  type AnalysisConfig,
} from './AnalysisConfig';
export type {
  AnalysedEvidence,
  AnalysisRequest,
  AnswerLanguage,
  IncidentTaskRequest,
  NarrativeFacts,
  NarrativeRequest,
  ResolvedIncident,
  RunbookDraftTask,
} from './AnalysisRequest';
export type { FoundRecord, TriageTools } from './tools/TriageTools';
export { unavailable } from './asking/Unavailable';
