import { houseRules } from './houseRules';
import type { Prompt } from './Prompt';

/** A title and a few sentences. */
export const summaryPrompt: Prompt = {
  task: 'summary',
  version: 'summary-1',
  changes: ['summary-1: first version.'],
  text: language => `${houseRules(language)}

Your task: a title and a summary for people who know the services and have not followed the incident.
- \`title\`: up to ten words: what fails for whom. No id, no severity, no date.
- \`sentences\`: up to four, one fact each, with the records that hold it: what fails, since when, what changed before, what is being done.`,
};
