import { TestDatabases } from '@backstage/backend-test-utils';
import type { BudgetingMethod, Objective } from '@ghostlight/plugin-slo-common';
import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { Ledger } from './Ledger';
import { sliceStart, timeSliceOf } from './TimeSlice';
import { sumsBetween } from './Totals';
import {
  anObjective,
  logger,
  migratedDatabase,
  noon,
  storeObjective,
} from './__testUtils__/testLedger';

/** What the ledger must agree with: a list of minutes, counted one by one. */
class NaiveLedger {
  readonly minutes = new Map<number, MinuteSample>();
  readonly corrections = new Map<string, { from: number; to: number }>();

  constructor(private readonly objective: Objective) {}

  record(samples: MinuteSample[]) {
    for (const sample of samples) this.minutes.set(sample.minute, sample);
  }

  sums(from: number, to: number) {
    const slice = timeSliceOf(this.objective);
    const counted = { good: 0, total: 0, minutes: 0, excludedMinutes: 0 };
    const slices = new Map<number, { good: number; total: number }>();
    const first = slice ? sliceStart(from, slice) : from;
    const end = slice ? sliceStart(to, slice) : to;
    for (const { minute, good, total } of this.minutes.values()) {
      if (minute < first || minute >= end) continue;
      if (this.isExcluded(minute)) {
        counted.excludedMinutes++;
        continue;
      }
      counted.minutes++;
      counted.good += good;
      counted.total += total;
      if (!slice) continue;
      const start = sliceStart(minute, slice);
      const known = slices.get(start) ?? { good: 0, total: 0 };
      slices.set(start, {
        good: known.good + good,
        total: known.total + total,
      });
    }
    if (!slice) return counted;
    const held = [...slices.values()].filter(({ total }) => total > 0);
    const good = held.reduce((sum, s) => {
      const ratio = s.good / s.total;
      if (slice.target === undefined) return sum + ratio;
      return sum + (ratio >= slice.target ? 1 : 0);
    }, 0);
    return { ...counted, good, total: held.length };
  }

  private isExcluded(minute: number) {
    return [...this.corrections.values()].some(
      ({ from, to }) => minute * 60 < to && minute * 60 + 60 > from,
    );
  }
}

const span = 240;
const minute = fc.integer({ min: noon - span, max: noon - 1 });
const sample = minute.chain(at =>
  fc
    .record({
      total: fc.integer({ min: 0, max: 50 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ total, share }) => ({
      minute: at,
      total,
      good: Math.round(total * share),
    })),
);
const run = fc
  .tuple(
    minute,
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }),
  )
  .map(([start, bads]) =>
    bads
      .map((bad, index) => ({
        minute: start + index,
        total: 10,
        good: 10 - bad,
      }))
      .filter(({ minute: at }) => at < noon),
  );
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: run.map(samples => ({ kind: 'record' as const, samples })),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(sample, { minLength: 1, maxLength: 12 })
      .map(samples => ({ kind: 'record' as const, samples })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      id: fc.constantFrom('a', 'b', 'c'),
      from: minute,
      length: fc.integer({ min: 20, max: 6_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('undo' as const),
      id: fc.constantFrom('a', 'b', 'c'),
    }),
  },
);

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('The ledger on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });
  let knex: Knex;
  let count = 0;

  beforeAll(async () => {
    knex = await migratedDatabase(databases, databaseId);
  });

  async function setUp(overrides: Partial<Objective> = {}, clock = noon) {
    const name = `component:default/service-${count++}`;
    const objective = anObjective({
      ref: `slo:default/${count}`,
      entityRef: name,
      ...overrides,
    });
    const id = await storeObjective(knex, objective);
    let now = clock;
    const ledger = Ledger.create({
      database: knex,
      logger,
      clock: () => now * 60_000,
    });
    return {
      id,
      objective,
      ledger,
      setClock: (to: number) => {
        now = to;
      },
      record: (samples: MinuteSample[]) =>
        ledger
          .record([{ ...objective, objectiveId: id, samples }])
          .then(([result]) => result),
      async sums(bounds: number[]) {
        const slice = timeSliceOf(objective);
        const minutes = bounds.map(at => (slice ? sliceStart(at, slice) : at));
        const totals = (
          await ledger.totals([{ objectiveId: id, minutes }])
        ).get(id);
        return bounds
          .slice(1)
          .map((_, i) =>
            sumsBetween(totals?.[i], totals?.[i + 1], objective.method),
          );
      },
      async correct(correctionId: string, from: number, to: number) {
        await knex('corrections').insert({
          id: `${name}-${correctionId}`,
          entity_ref: name,
          from,
          to,
          kind: 'maintenance',
          reason: 'planned',
          created_by: 'user:default/guest',
          created_at: 0,
        });
        await ledger.recount({ entityRef: name, from, to });
      },
      async undo(correctionId: string, from: number, to: number) {
        await knex('corrections')
          .where({ id: `${name}-${correctionId}` })
          .delete();
        await ledger.recount({ entityRef: name, from, to });
      },
    };
  }

  it.each<[BudgetingMethod, number]>([
    ['occurrences', 60],
    ['timeslices', 60],
    ['timeslices', 300],
    ['ratio-timeslices', 420],
  ])(
    'agrees with counting minutes one by one, whatever comes in whatever order (%s of %d s)',
    async (method, seconds) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 10 }),
          fc.array(minute, { minLength: 2, maxLength: 8 }),
          async (steps, instants) => {
            const test = await setUp({
              method,
              ...(method !== 'occurrences' && {
                timeSlice: { seconds, target: 0.9 },
              }),
            });
            const naive = new NaiveLedger(test.objective);
            for (const next of steps) {
              if (next.kind === 'record') {
                await test.record(next.samples);
                naive.record(next.samples);
              } else if (next.kind === 'correct') {
                if (naive.corrections.has(next.id)) continue;
                const from = next.from * 60 + 7;
                const to = from + next.length;
                naive.corrections.set(next.id, { from, to });
                await test.correct(next.id, from, to);
              } else {
                const known = naive.corrections.get(next.id);
                if (!known) continue;
                naive.corrections.delete(next.id);
                await test.undo(next.id, known.from, known.to);
              }
            }
            const bounds = [noon - span, ...instants, noon].sort(
              (a, b) => a - b,
            );
            const sums = await test.sums(bounds);
            sums.forEach((found, i) => {
              const expected = naive.sums(bounds[i], bounds[i + 1]);
              expect(found.total).toBeCloseTo(expected.total, 6);
              expect(found.good).toBeCloseTo(expected.good, 6);
              const { good, total } = found;
              expect(found).toEqual({ ...expected, good, total });
            });
            // Any split of a window sums to the window.
            const [whole] = await test.sums([bounds[0], noon]);
            const total = sums.reduce((sum, part) => sum + part.total, 0);
            expect(total).toBeCloseTo(whole.total, 6);
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  it('takes what can be counted and says why of the rest', async () => {
    const test = await setUp();
    const result = await test.record([
      { minute: noon - 1, good: 9, total: 10 },
      { minute: noon, good: 1, total: 1 },
      { minute: noon - 2, good: NaN, total: 10 },
      { minute: noon - 3, good: 1, total: Infinity },
      { minute: noon - 4, good: -1, total: 10 },
      { minute: noon - 5, good: 11, total: 10 },
      { minute: noon - 5.5, good: 1, total: 10 },
    ]);
    expect(result).toMatchObject({ accepted: 1, replaced: 0 });
    expect(result.rejected.map(({ reason }) => reason)).toEqual([
      'the minute is not over yet',
      'good and total must be finite numbers',
      'good and total must be finite numbers',
      'good and total must not be negative',
      'good is more than total',
      'the minute is not a whole number since the epoch',
    ]);
    expect(await test.sums([0, noon])).toEqual([
      { good: 9, total: 10, minutes: 1, excludedMinutes: 0 },
    ]);
  });

  it('counts a minute once however often it is sent', async () => {
    const test = await setUp();
    const samples = [1, 2, 3].map(n => ({
      minute: noon - n,
      good: 9,
      total: 10,
    }));
    expect(await test.record(samples)).toMatchObject({
      accepted: 3,
      replaced: 0,
    });
    expect(await test.record(samples)).toMatchObject({
      accepted: 0,
      replaced: 3,
    });
    const [{ total, good, minutes }] = await test.sums([0, noon]);
    expect({ total, good, minutes }).toEqual({
      total: 30,
      good: 27,
      minutes: 3,
    });
  });

  it('does not count twice when two replicas record for the same objectives at once', async () => {
    const tests = [await setUp(), await setUp(), await setUp()];
    const ledgers = [1, 2].map(() =>
      Ledger.create({
        database: knex,
        logger,
        clock: () => noon * 60_000,
      }),
    );
    const minutes = Array.from({ length: 20 }, (_, n) => noon - 100 + n * 4);
    await Promise.all(
      minutes.flatMap(at =>
        ledgers.map((ledger, index) =>
          ledger.record(
            (index ? tests : [...tests].reverse()).map(({ id, objective }) => ({
              ...objective,
              objectiveId: id,
              samples: [
                { minute: at, good: 1, total: 2 },
                { minute: at + 1 + index, good: 1, total: 2 },
              ],
            })),
          ),
        ),
      ),
    );
    for (const test of tests) {
      expect(await test.sums([noon - 200, noon])).toEqual([
        { good: 60, total: 120, minutes: 60, excludedMinutes: 0 },
      ]);
    }
  });

  it('loses nothing when minutes are rolled up to hours and days, whatever the gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 9 * 1440 }), {
          minLength: 5,
          maxLength: 120,
        }),
        fc.constantFrom<Partial<Objective>>(
          {},
          { method: 'timeslices', timeSlice: { seconds: 420, target: 0.5 } },
          {
            window: {
              kind: 'calendar',
              unit: 'month',
              count: 1,
              timeZone: 'Asia/Kathmandu',
              startTime: '2026-01-01 00:00:00',
              duration: '1M',
            },
          },
        ),
        async (offsets, overrides) => {
          const test = await setUp(overrides);
          const ledger = Ledger.create({
            database: knex,
            logger,
            retention: { minutes: 2, hours: 4, days: 7 },
            clock: () => noon * 60_000,
          });
          const samples = [...offsets, 0].map(back => ({
            minute: noon - 1 - back,
            good: back % 7,
            total: 7,
          }));
          // Oldest first, a few at a time, as a job would push what it has saved up.
          samples.sort((a, b) => a.minute - b.minute);
          for (let at = 0; at < samples.length; at += 25) {
            await ledger.record([
              {
                ...test.objective,
                objectiveId: test.id,
                samples: samples.slice(at, at + 25),
              },
            ]);
          }
          const naive = new NaiveLedger(test.objective);
          naive.record(samples);
          const quarters = overrides.window ? 15 : 60;
          const first = (noon - 3.9 * 1440) / quarters;
          const bounds = [0, 7, 31, 90, 200].map(
            n => (Math.ceil(first) + n) * quarters,
          );
          const days = [
            noon - 6.5 * 1440,
            noon - 5.5 * 1440,
            noon - 4.5 * 1440,
          ];
          const all = [...days, ...bounds, noon];
          const check = async () => {
            const sums = await test.sums(all);
            sums.forEach((found, i) =>
              expect(found).toMatchObject({
                good: naive.sums(all[i], all[i + 1]).good,
                total: naive.sums(all[i], all[i + 1]).total,
              }),
            );
          };
          await check();
          await ledger.thin(noon * 60);
          await check();
          // Once more changes nothing; and the clock a year ahead costs no history.
          const again = await ledger.thin((noon + 365 * 1440) * 60);
          expect(again).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps one row an hour of a long past, and does not count it twice', async () => {
    const test = await setUp();
    const days = (from: number, to: number) =>
      Array.from({ length: (from - to) * 1440 }, (_, n) => ({
        minute: noon - from * 1440 + n,
        good: 99,
        total: 100,
      }));
    await test.record(days(30, 20));
    await test.record(days(20, 0));
    const [{ n }] = await knex('ledger')
      .where({ objective_id: test.id })
      .count({ n: '*' });
    expect(Number(n)).toBeLessThan(27 * 24 + 3 * 1440 + 5);
    const whole = { good: 99 * 43_200, total: 100 * 43_200 };
    expect(await test.sums([noon - 43_200, noon])).toMatchObject([whole]);

    // Days later the minutes of today are old too, and become hours.
    test.setClock(noon + 5 * 1440);
    await test.record([{ minute: noon + 5 * 1440 - 1, good: 1, total: 1 }]);
    expect(await test.ledger.thin()).toBeGreaterThanOrEqual(3 * 1440 - 75);
    expect(await test.sums([noon - 43_200, noon])).toMatchObject([whole]);

    const again = await test.record(days(20, 19));
    expect(again).toMatchObject({ accepted: 0, replaced: 0 });
    expect(again.rejected[0]).toEqual({
      minute: noon - 20 * 1440,
      reason: 'older than the minutes that are kept one by one',
    });
    expect(await test.sums([noon - 43_200, noon])).toMatchObject([whole]);
  });

  it('leaves out maintenance of a long past by the hour, and brings it back exactly', async () => {
    const test = await setUp();
    await test.record(
      Array.from({ length: 10 * 1440 }, (_, n) => ({
        minute: noon - 10 * 1440 + n,
        good: 5,
        total: 10,
      })),
    );
    const before = await test.sums([noon - 10 * 1440, noon]);
    const from = (noon - 8 * 1440) * 60;
    await test.correct('old', from + 30 * 60, from + 3 * 3_600);
    expect(await test.sums([noon - 10 * 1440, noon])).toEqual([
      {
        good: 5 * (14_400 - 150),
        total: 10 * (14_400 - 150),
        minutes: 14_400 - 150,
        excludedMinutes: 150,
      },
    ]);
    await test.undo('old', from + 30 * 60, from + 3 * 3_600);
    expect(await test.sums([noon - 10 * 1440, noon])).toEqual(before);
  });

  it('leaves out what is measured during a maintenance announced before, and counts simulated time', async () => {
    const test = await setUp();
    await test.correct('soon', (noon - 10) * 60, (noon - 5) * 60);
    await knex('corrections').insert({
      id: `${test.objective.entityRef}-simulated`,
      entity_ref: test.objective.entityRef,
      from: (noon - 60) * 60,
      to: noon * 60,
      kind: 'simulated',
      reason: 'a simulated past',
      created_by: 'user:default/guest',
      created_at: 0,
    });
    await test.record(
      Array.from({ length: 20 }, (_, n) => ({
        minute: noon - 20 + n,
        good: 0,
        total: 1,
      })),
    );
    expect(await test.sums([noon - 20, noon])).toEqual([
      { good: 0, total: 15, minutes: 15, excludedMinutes: 5 },
    ]);
  });
});
