/** Why no model answers, and what to do about it. */
export const saidUnavailable = {
  'said.triage.unavailable.no-model':
    'No model is installed. Whoever runs the portal can add the module of Anthropic.',
  'said.triage.unavailable.no-key':
    'No key for the model is configured. Whoever runs the portal can set incidents.triage.anthropic.apiKey.',
  'said.triage.unavailable.resting':
    'The model failed several times in a row and is left alone for a while. Try again in some minutes.',
  'said.triage.unavailable.rate-limited':
    'The vendor of the model takes no more requests for now. Try again in a minute.',
  'said.triage.unavailable.overloaded':
    'The vendor of the model is overloaded. Try again in some minutes.',
  'said.triage.unavailable.timeout':
    'The model did not answer in time. Try again.',
  'said.triage.unavailable.cut-off':
    'The answer of the model broke off. Try again.',
  'said.triage.unavailable.unreachable':
    'The model could not be reached. Whoever runs the portal can look at its way out to the network.',
  'said.triage.unavailable.refused-by-vendor':
    'The vendor of the model refused the request. Whoever runs the portal can check the key and the settings.',
  'said.triage.unavailable.unexpected':
    'The model failed in a way that was not expected. The log of the backend has more.',
  'said.triage.unavailable.refused': 'The model refused to answer.',
  'said.triage.unavailable.truncated':
    'The answer of the model was longer than it may be.',
  'said.triage.unavailable.unreadable':
    'The answer of the model could not be read. Try again.',
  'said.triage.unavailable.nothing-held':
    'Nothing that the model said held against the records.',
  'said.triage.unavailable.too-many-calls':
    'The model went on looking things up without an answer.',
  'said.triage.unavailable.too-large':
    'There is more evidence than may be sent at once.',
  'said.triage.unavailable.budget-run':
    'It would cost more than one analysis may. The bounds are under Triage.',
  'said.triage.unavailable.budget-incident':
    'What is left of what this incident may cost is not enough. The bounds are under Triage.',
  'said.triage.unavailable.budget-day':
    'What is left of what a day may cost is not enough. It begins anew at midnight UTC; the bounds are under Triage.',
  'said.triage.unavailable.busy':
    'As many analyses as may be are under way. Try again in a minute.',
  'said.triage.unavailable.cancelled': 'Whoever asked went away.',
  'said.triage.unavailable.withheld':
    'It rests on records of entities that you may not see. Ask anew to have it from those that you may.',
  'said.triage.unavailable.died':
    'The backend that asked ended before the answer came. Try again.',
} as const;
