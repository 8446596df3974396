import { mockApis } from '@backstage/frontend-test-utils';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { formatsFor } from '@ghostlight/reliability-react';
import { refOf, segmentOf } from '../hooks';
import { levelHeadings } from '../markdown/levelHeadings';
import { partsOf } from '../markdown/partsOf';
import { runbooksTranslationRef } from '../translation';
import { clockText } from './clock';
import { sentenceText } from './sentenceText';

function english() {
  const found = mockApis.translation().getTranslation(runbooksTranslationRef);
  if (!found.ready) throw new Error('The English texts are always there');
  return { t: found.t, format: formatsFor('en') };
}

const say = (code: string, params?: Sentence['params']): Sentence => ({
  code,
  text: 'as the backend has it',
  params,
});

describe('sentences of the backend', () => {
  it.each([
    [
      'the wording that tells the most is taken',
      say('run.cancelled', { by: 'user:default/ana', reason: 'enough' }),
      'Cancelled by ana: enough',
    ],
    [
      'what is not told is left out',
      say('run.failed', { title: 'Restart', why: '' }),
      'Stopped at “Restart”.',
    ],
    [
      'a time is in the zone and form of the reader',
      say('runbooks.matched.slo', { slo: '2026-11-22T08:00:00Z' }),
      /^The objective .*22.* alerts\.$/,
    ],
    [
      'one is one',
      say('earned.not-yet', { needed: 1, successes: 0 }),
      'It asks until 1 recovery is verified; 0 so far.',
    ],
    [
      'more are more, written as the reader writes numbers',
      say('limit.blast-radius', { have: 1200, most: 5 }),
      'It touches 1,200 entities; at most 5 may be.',
    ],
    [
      'a number that is a name is left as it is',
      say('action.github.not-failed', { run: 1234567, state: 'success' }),
      'Run 1234567 did not fail: it is success.',
    ],
    [
      'actions are called by their names',
      say('policy.sentence.approve', {
        when: 'HighLatency',
        what: 'kubernetes:restart-rollout → a-runbook',
        minutes: 4,
        escalateTo: 'on-call',
      }),
      /asks to do “Restart a rollout” → a-runbook, looks/,
    ],
    [
      'a sentence that is quoted is said by its own code, however deep',
      {
        ...say('attempt.escalated', { why: 'Not done: it is paused' }),
        parts: {
          why: {
            ...say('attempt.refused', { why: 'it is paused' }),
            parts: {
              why: say('action.kubernetes.paused', { title: 'Deployment x' }),
            },
          },
        },
      },
      'A person has to take over. Not done: Deployment x is paused: resume it first.',
    ],
    [
      'a code that is not known here is said as the backend has it',
      say('of-tomorrow'),
      'as the backend has it',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(sentenceText(sentence, english())).toMatch(expected);
  });
});

it.each([
  [4, '0:04'],
  [61.9, '1:01'],
  [3723, '1:02:03'],
  [-5, '0:00'],
])('%s seconds are %s on a stopwatch', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

it.each(['runbook:default/payments-5xx', 'chaosexperiment:team-a/kill.some'])(
  '%s is one part of an address',
  ref => {
    const segment = segmentOf(ref);
    expect(segment).not.toContain('/');
    expect(refOf(decodeURIComponent(segment))).toBe(ref);
  },
);

describe('a Markdown document', () => {
  it.each([
    ['# a\n### b\n```\n# c\n```', '#### a\n##### b\n```\n# c\n```'],
    ['Title\n=====\nand\n\n- x\n---', '#### Title\nand\n\n- x\n---'],
    ['no heading', 'no heading'],
  ])('has its headings in order: %j', (markdown, expected) => {
    expect(levelHeadings(markdown)).toBe(expected);
  });

  it.each([
    [
      'is parted at its diagrams',
      'a\n```mermaid\ngraph TD\n```\nb',
      ['text: a', 'diagram: graph TD', 'text: b'],
    ],
    [
      'keeps other fences, and diagrams inside of them, as text',
      '````md\n```mermaid\nx\n```\n````',
      ['text: ````md\n```mermaid\nx\n```\n````'],
    ],
    [
      'may end within a diagram',
      '~~~ mermaid\ngraph TD',
      ['diagram: graph TD'],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(
      partsOf(markdown).map(({ kind, text }) => `${kind}: ${text}`),
    ).toEqual(expected);
  });
});
