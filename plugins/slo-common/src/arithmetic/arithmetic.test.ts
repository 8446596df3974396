import fc from 'fast-check';
import type { ObjectiveWindow } from '../objective';
import { budgetOf } from './budgetOf';
import { burnRateOf, timeToFire } from './burnRate';
import { compositeSumsOf, compositeTargetOf } from './composite';
import { exhaustionOf } from './exhaustionOf';
import { forecastOf } from './forecastOf';
import { pairStates } from './pairStates';
import { poissonInterval } from './poissonInterval';
import { verdictOf } from './verdictOf';
import { violationsOf } from './violationsOf';
import { windowBounds } from './windowBounds';
import type { WindowSums } from './WindowSums';

const day = 86_400;
const sumsOf = (bad: number, total: number): WindowSums => ({
  good: total - bad,
  total,
  minutes: 60,
  excludedMinutes: 0,
});
const availability = {
  target: 0.999,
  method: 'occurrences' as const,
  indicator: { kind: 'push' as const, source: 'push' as const },
};
const rolling = (seconds: number) => ({ seconds, elapsed: seconds });

describe('budgets', () => {
  it.each([
    ['99.9 % over 30 days', 0.999, 30 * day, 43.2],
    ['95 % of slices over 2 weeks', 0.95, 14 * day, 16 * 60 + 48],
    ['99.95 % over a week', 0.9995, 7 * day, 5 + 2.4 / 60],
    ['99.999 % over 30 days', 0.99999, 30 * day, 25.92 / 60],
  ])('of %s (%d over %d s) are %d minutes', (_, target, seconds, minutes) => {
    const budget = budgetOf({
      objective: { ...availability, target },
      sums: sumsOf(0, 1_000_000),
      bounds: rolling(seconds),
    });
    expect(budget.allowedMinutes).toBeCloseTo(minutes, 9);
    expect(budget.leftMinutes).toBeCloseTo(minutes, 9);
  });

  it('weigh every event the same, whenever it came', () => {
    const budget = budgetOf({
      objective: availability,
      sums: sumsOf(373, 1_204_331),
      bounds: rolling(30 * day),
    });
    expect(budget.allowedEvents).toBeCloseTo(1_204.331, 6);
    expect(budget.leftEvents).toBeCloseTo(831.331, 6);
    expect(budget.leftRatio).toBeCloseTo(0.690284, 6);
    expect(budget.leftMinutes).toBeCloseTo(29.82, 2);
    expect(budget.unit).toBe('events');
  });

  it('of a calendar period count on the events to come', () => {
    const budget = budgetOf({
      objective: availability,
      sums: sumsOf(1, 100),
      bounds: { seconds: 30 * day, elapsed: 3_600 },
    });
    expect(budget.allowedEvents).toBeCloseTo(72, 9);
    expect(budget.leftRatio).toBeCloseTo(71 / 72, 9);
  });

  it('say nothing of what they cannot know', () => {
    const budget = budgetOf({
      objective: availability,
      sums: { good: 0, total: 0, minutes: 0, excludedMinutes: 0 },
      bounds: rolling(30 * day),
    });
    expect(budget).toMatchObject({
      sli: null,
      leftRatio: null,
      leftEvents: null,
      coverage: 0,
    });
  });

  it('are never NaN, whatever was measured', () => {
    fc.assert(
      fc.property(
        fc.record({
          good: fc.double({ min: 0, max: 1e12, noNaN: true }),
          bad: fc.double({ min: 0, max: 1e12, noNaN: true }),
          target: fc.double({ min: 0.01, max: 0.99999, noNaN: true }),
          elapsed: fc.integer({ min: 0, max: 30 * day }),
        }),
        ({ good, bad, target, elapsed }) => {
          const sums = sumsOf(bad, good + bad);
          const budget = budgetOf({
            objective: { ...availability, target },
            sums,
            bounds: { seconds: 30 * day, elapsed },
          });
          const exhaustion = exhaustionOf({
            leftEvents: budget.leftEvents,
            lastHour: sums,
            horizonSeconds: 30 * day,
          });
          const numbers = [
            ...Object.values(budget),
            ...Object.values(exhaustion ?? {}),
            burnRateOf(sums, target),
          ].filter(value => typeof value === 'number');
          expect(numbers.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});

describe('windows', () => {
  const calendar = (
    unit: 'day' | 'month' | 'week' | 'quarter',
    timeZone: string,
    startTime = '2026-01-01 00:00:00',
    count = 1,
  ): ObjectiveWindow => ({
    kind: 'calendar',
    unit,
    count,
    timeZone,
    startTime,
    duration: `1${unit}`,
  });
  const at = (iso: string) => Date.parse(iso) / 1000;

  it.each([
    [
      'a rolling window ends now',
      { kind: 'rolling', seconds: day, duration: '1d' } as const,
      '2026-03-29T12:00:00Z',
      '2026-03-28T12:00:00Z',
      '2026-03-29T12:00:00Z',
    ],
    [
      'the day the clocks go forward has 23 hours',
      calendar('day', 'Europe/Berlin'),
      '2026-03-29T12:00:00Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00Z',
    ],
    [
      'the day the clocks go back has 25 hours',
      calendar('day', 'Europe/Berlin'),
      '2026-10-25T00:30:00Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
    ],
    [
      'a month begins at local midnight',
      calendar('month', 'America/New_York'),
      '2026-11-01T03:59:59Z',
      '2026-10-01T04:00:00Z',
      '2026-11-01T04:00:00Z',
    ],
    [
      'and the next one at once',
      calendar('month', 'America/New_York'),
      '2026-11-01T04:00:00Z',
      '2026-11-01T04:00:00Z',
      '2026-12-01T05:00:00Z',
    ],
    [
      'months are counted from the anchor, not from a shortened month',
      calendar('month', 'UTC', '2026-01-31 00:00:00'),
      '2026-03-30T00:00:00Z',
      '2026-02-28T00:00:00Z',
      '2026-03-31T00:00:00Z',
    ],
    [
      'two weeks from a Monday',
      calendar('week', 'UTC', '2026-01-05 09:00:00', 2),
      '2026-01-20T00:00:00Z',
      '2026-01-19T09:00:00Z',
      '2026-02-02T09:00:00Z',
    ],
    [
      'a time before the anchor has its period too',
      calendar('quarter', 'UTC', '2026-04-01 00:00:00'),
      '2026-02-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-04-01T00:00:00Z',
    ],
  ])('%s', (_, window, now, start, end) => {
    const bounds = windowBounds(window, at(now));
    expect([bounds.start, bounds.end]).toEqual([at(start), at(end)]);
    expect(bounds.seconds).toBe(bounds.end - bounds.start);
  });

  it('follow each other without a gap and hold the present', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'quarter' as const),
        fc.constantFrom(
          'Europe/Berlin',
          'Australia/Lord_Howe',
          'Asia/Kathmandu',
          'UTC',
        ),
        fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') }),
        (unit, zone, now) => {
          const window = calendar(unit as 'day', zone, '2024-01-01 00:00:00');
          const { start, end } = windowBounds(window, now);
          expect(start <= now && now < end).toBe(true);
          expect(windowBounds(window, end).start).toBe(end);
          expect(windowBounds(window, start - 1).end).toBe(start);
        },
      ),
    );
  });

  it('in a zone nobody knows are refused with its name', () => {
    expect(() => windowBounds(calendar('day', 'Mars/Olympus'), 0)).toThrow(
      /Mars\/Olympus/,
    );
  });
});

describe('burn-rate pairs', () => {
  const page = {
    name: 'page-1h',
    severity: 'page' as const,
    longSeconds: 3_600,
    shortSeconds: 300,
    threshold: 14.4,
  };
  const state = (options: {
    long: [bad: number, total: number];
    short: [bad: number, total: number];
    target?: number;
    minimum?: number;
    bad?: number;
  }) =>
    pairStates({
      pairs: [page],
      target: options.target ?? 0.999,
      minimumBadEvents: options.minimum ?? 3,
      sumsOf: seconds =>
        seconds === 300
          ? sumsOf(...options.short)
          : { ...sumsOf(...options.long), bad: options.bad },
    })[0].state;

  it.each([
    [
      'fires when both windows burn faster',
      { long: [20, 1000], short: [2, 100] },
      'firing',
    ],
    [
      'does not fire at the threshold itself',
      { long: [18, 1250], short: [18, 1250] },
      'quiet',
    ],
    [
      'has almost fired when only the long window burns',
      { long: [20, 1000], short: [0, 100] },
      'almost',
    ],
    [
      'has almost fired when only the short window burns',
      { long: [2, 1000], short: [2, 100] },
      'almost',
    ],
    [
      'does not page on two errors of little traffic',
      { long: [2, 10], short: [2, 10] },
      'too-few-events',
    ],
    [
      'pages on one bad slice',
      { long: [1, 60], short: [1, 5], minimum: 1 },
      'firing',
    ],
    [
      'counts the real bad events of a composite',
      { long: [2, 10], short: [2, 10], bad: 40 },
      'firing',
    ],
    [
      'cannot fire at 90 %, which burns at 10 at most',
      { long: [100, 100], short: [10, 10], target: 0.9 },
      'unreachable',
    ],
    [
      'knows nothing without events',
      { long: [0, 0], short: [0, 0] },
      'no-data',
    ],
    [
      'does not fire when the short window is a gap',
      { long: [20, 1000], short: [0, 0] },
      'almost',
    ],
  ] as [string, Parameters<typeof state>[0], string][])(
    '%s',
    (_, options, expected) => {
      expect(state(options)).toBe(expected);
    },
  );

  it('fire after 51.8 s of a total outage at 99.9 %', () => {
    expect(timeToFire(page, 0.999, 1)).toBeCloseTo(51.84, 9);
    expect(timeToFire(page, 0.999, 0.15)).toBeCloseTo(345.6, 6);
    expect(timeToFire(page, 0.999, 0.01)).toBe(Infinity);
    expect(timeToFire(page, 0.9, 1)).toBe(Infinity);
    expect(timeToFire(page, 0.999, 0)).toBe(Infinity);
  });
});

describe('verdicts', () => {
  const now = 1_800_000_000;
  const usual = {
    budget: { leftRatio: 0.9, allowedEvents: 100 },
    pairs: [] as { severity: 'page' | 'ticket'; state: 'firing' | 'quiet' }[],
    alertBelow: 0.2,
    asOf: now - 60,
    now,
  };
  it.each([
    ['all is well', {}, 'healthy', 'ok'],
    [
      'a page pair fires',
      { pairs: [{ severity: 'page', state: 'firing' }] },
      'critical',
      'page-burn',
    ],
    [
      'a ticket pair fires',
      { pairs: [{ severity: 'ticket', state: 'firing' }] },
      'warning',
      'ticket-burn',
    ],
    [
      'the budget is gone',
      { budget: { leftRatio: 0, allowedEvents: 100 } },
      'critical',
      'budget-spent',
    ],
    [
      'it is gone while a ticket pair fires',
      {
        budget: { leftRatio: -1, allowedEvents: 100 },
        pairs: [{ severity: 'ticket', state: 'firing' }],
      },
      'critical',
      'budget-spent',
    ],
    [
      'little is left of it',
      { budget: { leftRatio: 0.19, allowedEvents: 100 } },
      'warning',
      'budget-low',
    ],
    [
      'the budget is under one event, which a single one would spend',
      { budget: { leftRatio: -9, allowedEvents: 0.1 } },
      'low-traffic',
      'few-events',
    ],
    [
      'a page pair fires on a budget under one event',
      {
        budget: { leftRatio: -9, allowedEvents: 0.1 },
        pairs: [{ severity: 'page', state: 'firing' }],
      },
      'critical',
      'page-burn',
    ],
    [
      'there is no traffic',
      { budget: { leftRatio: null, allowedEvents: 0 } },
      'low-traffic',
      'few-events',
    ],
    ['nothing was measured ever', { asOf: null }, 'no-data', 'never-measured'],
    [
      'nothing was measured for 11 minutes',
      { asOf: now - 660 },
      'no-data',
      'stale',
    ],
    [
      'nothing was measured for 11 minutes for the source fails',
      { asOf: now - 660, sourceFailing: true },
      'no-data',
      'source-failing',
    ],
    [
      'the source has failed for a minute',
      { sourceFailing: true },
      'healthy',
      'ok',
    ],
    ['the clock went back', { asOf: now + 3_600 }, 'healthy', 'ok'],
  ] as [string, Partial<Parameters<typeof verdictOf>[0]>, string, string][])(
    'when %s',
    (_, given, status, reason) => {
      expect(verdictOf({ ...usual, ...given })).toEqual({ status, reason });
    },
  );
});

describe('exhaustion and forecast', () => {
  it.each([
    // Exact 90 % Poisson intervals from chi-square tables (Garwood 1936).
    [5, 1.97, 10.51],
    [10, 5.43, 16.96],
    [30, 21.59, 40.69],
    [100, 84.14, 118.08],
  ])('%d bad events stand for %d to %d', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(interval.low / low).toBeCloseTo(1, 1.9);
    expect(interval.high / high).toBeCloseTo(1, 1.9);
  });

  it('the budget is gone when what is left is used up at the pace of the last hour', () => {
    const exhaustion = exhaustionOf({
      leftEvents: 373,
      lastHour: sumsOf(179, 10_000),
      horizonSeconds: 30 * day,
    });
    expect(exhaustion?.seconds).toBeCloseTo(7_502, 0);
    expect(exhaustion?.earliest).toBeLessThan(7_502);
    expect(exhaustion?.latest).toBeGreaterThan(7_502);
  });

  it('the interval of one bad event is open to the right', () => {
    const exhaustion = exhaustionOf({
      leftEvents: 500,
      lastHour: sumsOf(1, 10_000),
      horizonSeconds: 30 * day,
    });
    expect(exhaustion).toMatchObject({ seconds: 500 * 3_600, latest: null });
  });

  it.each([
    ['it is gone already', -3, 10],
    ['no event was bad', 100, 0],
    ['it outlasts the window', 800, 1],
    ['there is no budget to speak of', null, 10],
  ])('nothing is said when %s', (_, leftEvents, bad) => {
    const lastHour = sumsOf(bad, 1_000);
    expect(
      exhaustionOf({ leftEvents, lastHour, horizonSeconds: 30 * day }),
    ).toBeUndefined();
  });

  it('a forecast lies within its interval and goes on as the last day did', () => {
    const forecast = forecastOf({
      target: 0.999,
      now: 0,
      at: 10 * day,
      kept: sumsOf(200, 2_000_000),
      lastDay: { ...sumsOf(50, 100_000), minutes: 1440 },
    });
    expect(forecast?.left).toBeCloseTo(1 - 700 / 3_000, 9);
    expect(forecast?.low).toBeLessThan(forecast?.left ?? NaN);
    expect(forecast?.high).toBeGreaterThan(forecast?.left ?? NaN);
  });
});

describe('violations', () => {
  it('are runs below the target; a gap neither ends nor extends one', () => {
    const buckets = [
      [0, 10],
      [5, 10],
      [0, 0],
      [2, 10],
      [0, 10],
      [1, 10],
    ].map(([bad, total], index) => ({
      start: index * 60,
      good: total - bad,
      total,
    }));
    expect(
      violationsOf({
        buckets,
        width: 60,
        target: 0.95,
        allowedEvents: 16,
        until: 345,
      }),
    ).toEqual([
      {
        start: 60,
        end: 240,
        bad: 7,
        total: 20,
        worst: 0.5,
        budgetSpent: 7 / 16,
      },
      {
        start: 300,
        end: 345,
        bad: 1,
        total: 10,
        worst: 0.9,
        ongoing: true,
        budgetSpent: 1 / 16,
      },
    ]);
  });
});

describe('composites', () => {
  it('weigh the error ratios of their members, not their traffic', () => {
    const sums = compositeSumsOf([
      { weight: 3, sums: sumsOf(10, 100) },
      { weight: 1, sums: sumsOf(0, 1_000_000) },
      { weight: 6, sums: sumsOf(0, 0) },
    ]);
    expect(1 - sums.good / sums.total).toBeCloseTo(0.075, 9);
    expect(sums.bad).toBe(10);
    expect(
      compositeTargetOf([
        { weight: 3, target: 0.99 },
        { weight: 1, target: 0.999 },
      ]),
    ).toBe(0.99225);
  });
});
