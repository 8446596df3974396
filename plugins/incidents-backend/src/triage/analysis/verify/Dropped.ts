import type {
  Sentence,
  TriageAnalysis,
} from '@ghostlight/plugin-incidents-common';
import { say } from '@ghostlight/reliability-node';
import { plainText } from './plainText';

const texts = {
  'unknown-record': 'Names {found}, which is no record here.',
  'no-record': 'No record that it names is left.',
  'unknown-entity': 'Speaks of {found}, which is not in the graph.',
  'number-not-held': 'No cited record holds {found}.',
  'quote-not-held': 'No cited record says “{found}”.',
  'time-not-held': 'No cited record is of {found}.',
  'after-symptom': 'Comes after the first symptom.',
  'not-a-change': 'The record {found} is not a change.',
  'unknown-action': 'The action {found} is not installed, or is switched off.',
  'bad-parameters': 'The parameters do not parse: {found}.',
  'unheld-parameter': 'No record holds the parameter {found}.',
  'not-suspected': 'Nothing suspects {found}, nor what is next to it.',
  'ordered-by-record': 'A record that gives orders asks for it.',
  address: 'Contains what may be an address.',
  markup: 'Contains markup.',
  'unseen-characters': 'Contained characters that nobody sees.',
  empty: 'Says nothing.',
  'too-many': 'More than are taken.',
  repeated: 'Was said before.',
  'no-claim': 'No claim for it holds.',
  'verdict-not-held': 'The verdict {found} does not hold.',
  'not-an-alert': 'The record {found} is not an alert.',
  contradicts: 'Is on both sides at once.',
  'unknown-hypothesis': 'Belongs to no hypothesis that is left.',
} as const;

/** Why something that a model said is not shown. */
export type DropReason = keyof typeof texts;

export type Dropped = TriageAnalysis['dropped'][number];

/** Lists what is dropped. What is found is shown as text, short. */
export class DropList {
  readonly dropped: Dropped[] = [];
  private constructor() {}

  static create(): DropList {
    return new DropList();
  }

  /** @returns undefined, so that it can stand for what was dropped */
  add(what: string, reason: DropReason, found?: string): undefined {
    // The words of a model go no further than this list, and there only in part.
    const shown =
      found === undefined
        ? undefined
        : plainText(found, 40)
            .replace(/[^\p{L}\p{N} .,_+-]/gu, '·')
            .replace(/\.(?=\p{L})|(?<=\p{L})\./gu, '·');
    const text = texts[reason].replace('{found}', shown ?? '');
    const reasonSaid: Sentence = say(
      `triage.dropped.${reason}`,
      text,
      shown === undefined ? {} : { found: shown },
    );
    if (this.dropped.length < 200)
      this.dropped.push({ what, reason: reasonSaid });
    return undefined;
  }
}
