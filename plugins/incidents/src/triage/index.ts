export { AnalysisPanel } from './analysis/AnalysisPanel';
export { AskStep } from './ask/AskStep';
export { EvidenceSheet } from './evidence/EvidenceSheet';
export { AlertReviewSuggestion } from './suggest/AlertReviewSuggestion';
export { NarrativeSuggestion } from './suggest/NarrativeSuggestion';
export { SummarySuggestion } from './suggest/SummarySuggestion';
export { TriageProvider } from './TriageContext';
export { WhyPanel } from './why/WhyPanel';
