export type { Prompt } from './Prompt';
export { analysisPrompt } from './analysisPrompt';
export { reviewPrompt } from './reviewPrompt';
export { summaryPrompt } from './summaryPrompt';
export { narrativePrompt } from './narrativePrompt';
export { runbookDraftPrompt } from './runbookDraftPrompt';
