import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { formatsFor } from '@ghostlight/reliability-react';
import { englishText } from '../__testUtils__/englishText';
import { sentenceText } from './sentenceText';

const tools = { t: englishText(), format: formatsFor('en') };
const say = (code: string, params?: Sentence['params']): Sentence => ({
  code: `triage.${code}`,
  text: 'as the backend has it',
  params,
});

describe('sentences of a triage', () => {
  it.each([
    [
      'names, kinds and severities are in words',
      say('evidence.change', {
        kind: 'config',
        entity: 'component:default/payments',
        minutes: 3,
        title: 'pool 20',
      }),
      'configuration of payments, 3 min before it began: pool 20',
    ],
    [
      'what is not told is left out',
      say('evidence.change', {
        kind: 'odd',
        entity: '',
        minutes: 3,
        title: 'x',
      }),
      'odd, 3 min before it began: x',
    ],
    [
      'a plural follows its number',
      say('evidence.logNew', { entity: 'ledger', count: 1 }),
      'ledger logs what it did not before, 1 time',
    ],
    [
      'numbers are grouped',
      say('evidence.logMore', { entity: 'ledger', count: 7, before: 1200 }),
      'ledger logs this 7 times, 1,200 in as long before',
    ],
    [
      'parts of the evidence are named',
      say('missing.failed', { part: 'topology', why: 'timed out' }),
      'No dependencies: timed out',
    ],
    [
      'one code may have two wordings',
      say('missing.alerts', { left: 3, kept: 50 }),
      '3 kinds of alerts are not looked at: only the 50 most telling are.',
    ],
    ['the other is for less', say('missing.alerts'), 'There are no alerts.'],
    [
      'a code that is not known here is said as the backend has it',
      say('of.tomorrow'),
      'as the backend has it',
    ],
    [
      'one whose parameters are missing, too',
      say('cause.gone'),
      'as the backend has it',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(sentenceText(sentence, tools)).toBe(expected);
  });

  it('quote each other in the same language', () => {
    const cause = {
      ...say('cause.gone', { entity: 'db' }),
      text: 'db does not report',
    };
    expect(
      sentenceText(
        say('summary.probable', { entity: 'db', cause: cause.text }),
        tools,
        [cause],
      ),
    ).toBe('The cause is probably at db: db is no longer heard of.');
  });
});
