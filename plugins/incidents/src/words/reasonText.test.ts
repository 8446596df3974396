import type { Reason } from '@ghostlight/plugin-incidents-common';
import { formatsFor } from '@ghostlight/reliability-react';
import { englishText } from '../__testUtils__/englishText';
import { reasonText } from './reasonText';

const tools = { t: englishText(), format: formatsFor('en') };
const text = 'the words of the backend';
const [a, b, c] = ['a', 'b', 'c'].map(name => `component:default/${name}`);

describe('a reason', () => {
  it.each<[Reason['kind'], Partial<Reason>, string]>([
    ['same-entity', { data: { entityRef: a } }, 'same entity: a'],
    ['depends-on', { path: [a, b] }, 'a depends on b'],
    ['depends-on', { path: [a, b, c] }, 'a depends on c over 2 steps'],
    ['depended-on-by', { path: [b, a] }, 'b depends on a'],
    [
      'depended-on-by',
      { data: { entityRef: a, otherRef: b } },
      'b depends on a',
    ],
    [
      'common-dependency',
      { data: { entityRef: a, otherRef: b, commonRef: c } },
      'a and b depend on c',
    ],
    ['time', { data: { seconds: '0' } }, 'started at the same time'],
    ['time', { data: { seconds: '90' } }, 'started within 1.5 min'],
    [
      'time',
      { data: { minutes: '40' } },
      'started 40 min later, while it still fires',
    ],
    ['labels', { data: { labels: 'zone=a' } }, 'same zone=a'],
    ['text', { data: { name: 'High' } }, 'says much the same as “High”'],
    ['change', { data: { changeId: '7' } }, text],
    [
      'change',
      { data: { title: 'v2', seconds: '180' } },
      'changed 3 min before: v2',
    ],
    [
      'explains',
      { data: { count: '2', of: '3' }, path: [a, b] },
      '2 of 3 other alerting entities depend on it',
    ],
    [
      'explains',
      { data: { count: '1', of: '2' } },
      '1 of the 2 that depend on it directly have alerts',
    ],
    ['earliest', { data: { seconds: '0' } }, 'its alert came first'],
    ['earliest', { data: { seconds: '30' } }, 'began 30 s after the first'],
    ['rule', { data: { rule: 'by zone' } }, 'grouping rule “by zone”'],
    ['by-hand', {}, 'put here by hand'],
    ['same-fingerprint', {}, 'the same alert came back'],
    ['severity', { data: { alerts: '4' } }, 'has 4 alerts of its own'],
    ['severity', { data: { burning: 'true' } }, 'its error budget burns'],
    ['severity', {}, text],
    ['time', { data: { seconds: 'soon' } }, text],
    ['depends-on', {}, text],
  ])('%s with %j reads “%s”', (kind, more, expected) => {
    const said = reasonText({ kind, text, weight: 0.5, ...more }, tools);
    expect(said.replace(/\u00a0/g, ' ')).toBe(expected);
  });
});
