import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { mockApis } from '@backstage/frontend-test-utils';
import { formatsFor } from '@ghostlight/reliability-react';
import { deliveryTranslationRef } from '../translation';
import { knownSentence, sentenceText } from './sentenceText';

function english() {
  const found = mockApis.translation().getTranslation(deliveryTranslationRef);
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
      'a time is in the zone and form of the reader',
      say('freeze.how', { until: '2026-11-22T08:00:00Z' }),
      /^Wait until .*22.*, or override with a reason\.$/,
    ],
    [
      'people are named, metrics and limits are in words',
      say('watch.rule.broken', {
        metric: 'error_rate',
        limit: '5 %',
        comparison: '>=',
        minutes: 6,
        value: '8.1 %',
      }),
      'Error rate was 5 % or more for 6 min, at last 8.1 %.',
    ],
    [
      'what is not told is left out',
      say('rollback.verifying', { version: 'v1', why: '' }),
      'v1 runs again; watching whether users recover.',
    ],
    [
      'an old version without requests is not compared with',
      say('rollout.errors.pass', {
        rate: '0 %',
        n: 9,
        baseline: '0 %',
        baselineN: 0,
      }),
      '0 % of 9 requests fail with the new version.',
    ],
    [
      'who asked is a name',
      say('may.owner', { owner: 'group:default/team-payments' }),
      'Only team-payments may do this.',
    ],
    [
      'a code that is not known here is said as the backend has it',
      say('of-tomorrow', {}),
      'as the backend has it',
    ],
    [
      'one whose parameters are missing, too',
      say('freeze.fail'),
      'as the backend has it',
    ],
  ])('%s', (_, sentence, expected) => {
    const text = sentenceText(sentence, english());
    expect(text).toMatch(expected);
  });

  it('quote each other in the same language', () => {
    const rule = say('watch.rule.first');
    expect(
      knownSentence(
        say('watch.failed', { version: 'v1', why: rule.text }),
        english(),
        [rule],
      ),
    ).toBe('v1 does harm: There is no reading yet.');
  });
});
