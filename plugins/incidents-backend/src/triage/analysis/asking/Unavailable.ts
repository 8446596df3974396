import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { say } from '@ghostlight/reliability-node';

const texts = {
  'no-model': 'No model is installed.',
  'no-key': 'No key for the model is configured.',
  resting:
    'The model failed several times in a row and is left alone for a while.',
  'rate-limited': 'The vendor of the model takes no more requests for now.',
  overloaded: 'The vendor of the model is overloaded.',
  timeout: 'The model did not answer in time.',
  'cut-off': 'The answer of the model broke off.',
  unreachable: 'The model could not be reached.',
  'refused-by-vendor':
    'The vendor of the model refused the request; the key or the settings may be wrong.',
  unexpected: 'The model failed in a way that was not expected.',
  refused: 'The model refused to answer.',
  truncated: 'The answer of the model was longer than it may be.',
  unreadable: 'The answer of the model could not be read.',
  'nothing-held': 'Nothing that the model said held against the records.',
  'too-many-calls': 'The model went on looking things up without an answer.',
  'too-large': 'There is more evidence than a run may send.',
  'budget-run': 'A run would cost more than it may.',
  'budget-incident': 'What this incident may cost is spent.',
  'budget-day': 'What a day may cost is spent.',
  busy: 'As many runs as may be are under way.',
  cancelled: 'Whoever asked went away.',
  withheld:
    'It rests on records of entities that you may not see. Ask anew to have it from those that you may.',
  died: 'The backend that asked ended before the answer came.',
} as const;

/** Why there is no answer of a model. */
export type UnavailableReason = keyof typeof texts;

export function unavailable(
  reason: UnavailableReason,
  params?: Record<string, string | number>,
): Sentence {
  return say(`triage.unavailable.${reason}`, texts[reason], params ?? {});
}

/** Ends a conversation with its reason. */
export class UnavailableError extends Error {
  constructor(
    readonly reason: UnavailableReason,
    readonly params?: Record<string, string | number>,
    options?: { cause?: unknown },
  ) {
    super(texts[reason], options);
    this.name = 'UnavailableError';
  }
}
