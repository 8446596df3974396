/** Names the panel of the analysis, for what leads to it. */
export const ANALYSIS_ID = 'triage-analysis';
