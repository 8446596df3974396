import { houseRules } from './houseRules';
import type { Prompt } from './Prompt';

/** The prose of a postmortem. */
export const narrativePrompt: Prompt = {
  task: 'narrative',
  version: 'narrative-1',
  changes: ['narrative-1: first version.'],
  text: language => `${houseRules(language)}

Your task: the prose of a postmortem. Code writes the facts (times, impact, timeline, action items) beside it; do not repeat them as lists.
- \`statements\` are facts of the record (F1, F2, …), \`evidence\` are records (E1, E2, …): both may be cited.
- \`paragraphs\`: at most twelve, each of one \`section\`: summary, how-it-began, how-it-was-found, how-it-ended, went-well, went-wrong, lessons. Two to four sentences each, with the ids of what they rest on.
- Blame nobody: write of systems and of what people could know then.`,
};
