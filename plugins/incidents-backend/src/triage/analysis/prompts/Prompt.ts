import type { TriageTask } from '@ghostlight/plugin-incidents-common';
import type { AnswerLanguage } from '../AnalysisRequest';

/**
 * The instructions of a task. Nothing that comes from outside is ever put into them; what a model is asked
 * about goes as JSON into user turns. Whoever changes a text gives it a new version and says why.
 */
export interface Prompt {
  task: TriageTask;
  /** `analysis-3`: written down with each run. */
  version: string;
  /** What each version changed, the latest first. */
  changes: string[];
  text(language: AnswerLanguage): string;
}
