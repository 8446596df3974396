import { houseRules } from './houseRules';
import type { Prompt } from './Prompt';

/** A runbook from what solved incidents before. */
export const runbookDraftPrompt: Prompt = {
  task: 'runbook-draft',
  version: 'runbook-draft-1',
  changes: ['runbook-draft-1: first version.'],
  text: language => `${houseRules(language)}

Your task: a runbook for the next incident of this kind, from incidents that were solved.
- \`evidence\` has the incidents; a step names those that it rests on. What only one of them shows is worth a step only if the cause needs it.
- \`title\`: what somebody would look for. \`description\`: two or three sentences: how it shows, what it mostly is.
- \`alerts\`: names of alerts by which to find it, as they stand in the records.
- \`causes\`: what it was, how to tell, what helped.
- \`steps\`: in the order in which they are done. \`phase\`: detection, diagnosis, resolution, verification, escalation. \`kind\`: manual (a person does it), action (then \`action\` is an id of \`actions\` and \`parameters\` a JSON object in a text), verify (wait until objectives are well). \`minutes\`: how long it may take.
- Every phase has at least one step.`,
};
