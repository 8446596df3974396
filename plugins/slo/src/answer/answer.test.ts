import { formatsFor } from '@ghostlight/reliability-react';
import { mockApis } from '@backstage/frontend-test-utils';
import { sloTranslationRef } from '../translation';
import { burningAvailability, objective } from '../__testUtils__';
import { answerOf } from './answerOf';
import { objectiveName } from './names';

const snapshot = mockApis.translation().getTranslation(sloTranslationRef);
if (!snapshot.ready) throw new Error('English is always there');
const voice = { t: snapshot.t, format: formatsFor('en') };
const now = 1_800_000_000;
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('the answer', () => {
  const burning = burningAvailability(now);
  it.each<[string, Partial<typeof burning>, string]>([
    [
      'gives the exhaustion with its interval',
      {},
      'At this rate it is gone in 2 h 5 min (1 h 40 min – 2 h 50 min).',
    ],
    [
      'says an interval that is open to the right as an earliest time',
      { exhaustion: { seconds: 7500, earliest: 6000, latest: null } },
      'At this rate it is gone in 2 h 5 min (1 h 40 min at the earliest).',
    ],
    [
      'says that a spent budget is gone',
      { budget: { ...burning.budget, leftRatio: -0.1 } },
      'Its budget is already gone.',
    ],
    [
      'tells a slow burn from a fast one',
      { reason: 'ticket-burn' },
      'payments is slowly burning its availability budget',
    ],
    [
      'gives SLI and target when the budget is spent without a burn',
      { reason: 'budget-spent' },
      'payments has spent its availability budget: 99.931% over 30 d, the target is 99.9%.',
    ],
    [
      'calms when the budget is low but nothing burns',
      { reason: 'budget-low' },
      'payments has 31% of its availability budget left (13.4 min). Nothing is burning it right now.',
    ],
    [
      'names a source that fails before it ever answered',
      {
        reason: 'source-failing',
        asOf: null,
        source: {
          name: 'eu',
          type: 'prometheus',
          state: 'failing',
          reason: 'http-5xx',
        },
      },
      'The source eu fails for availability of payments: it answers with an error. Nothing has been measured yet.',
    ],
    [
      'sets a title that is a phrase apart',
      { reason: 'ok', title: 'The way to the basket' },
      'payments keeps its “The way to the basket” objective',
    ],
    [
      'says a calendar window in words',
      {
        reason: 'ok',
        window: { ...burning.window, kind: 'calendar', duration: '1M' },
      },
      'over 1 month',
    ],
    [
      'shows a reason it does not know as it is',
      {
        reason: 'source-failing',
        asOf: null,
        source: {
          name: 'eu',
          type: 'x',
          state: 'failing',
          reason: 'brand-new',
        },
      },
      'fails for availability of payments: brand-new.',
    ],
  ])('%s', (_, change, expected) => {
    expect(plain(answerOf({ ...burning, ...change }, voice))).toContain(
      expected,
    );
  });
});

describe('an objective’s name', () => {
  it.each([
    ['payments-availability', 'availability'],
    ['payments: p95 latency', 'p95 latency'],
    ['Payments availability', 'availability'],
    ['payments', 'payments'],
    ['paymentsgateway-availability', 'paymentsgateway-availability'],
    ['availability', 'availability'],
  ])('%s is called %s on the page of payments', (title, name) => {
    expect(
      objectiveName({
        ...objective(now, { service: 'payments', name: 'x' }),
        title,
      }),
    ).toBe(name);
  });
});
