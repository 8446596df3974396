import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  BurnAlert,
  Objective,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { Ledger } from '../ledger';
import {
  anObjective,
  logger,
  migratedDatabase,
  noon,
  storeObjective,
} from '../ledger/__testUtils__/testLedger';
import { Evaluator, SeriesReader } from '.';

/** Bad events of 100 in a minute, by how many minutes ago it began (1 is the last one). */
type Course = (minutesAgo: number) => number | undefined;

describe.each(
  TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
  }).eachSupportedId(),
)('The evaluator on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });
  let knex: Knex;
  let ledger: Ledger;
  let evaluator: Evaluator;
  let now = noon;
  let count = 0;
  const clock = () => now * 60_000;

  beforeAll(async () => {
    knex = await migratedDatabase(databases, databaseId);
    ledger = Ledger.create({ database: knex, logger, clock });
    evaluator = Evaluator.create({
      database: knex,
      ledger,
      sources: new Map(),
      logger,
      clock,
    });
  });

  beforeEach(() => {
    now = noon;
  });

  async function store(overrides: Partial<Objective> = {}) {
    count++;
    const objective = anObjective({
      ref: `slo:default/objective-${count}`,
      entityRef: `component:default/service-${count}`,
      ...overrides,
    });
    return { id: await storeObjective(knex, objective), objective };
  }

  type Stored = Awaited<ReturnType<typeof store>>;

  async function measure(
    { id, objective }: Stored,
    course: Course,
    minutes = 7 * 1440,
    events = 100,
  ) {
    const samples = [];
    for (let ago = minutes; ago >= 1; ago--) {
      const bad = course(ago);
      if (bad === undefined) continue;
      samples.push({ minute: now - ago, total: events, good: events - bad });
    }
    await ledger.record([{ ...objective, objectiveId: id, samples }]);
  }

  async function verdictOf({ id }: Stored): Promise<ObjectiveStatus> {
    const row = await knex('verdicts').where({ objective_id: id }).first();
    return JSON.parse(row.body);
  }

  async function judge(...stored: Stored[]) {
    return evaluator.evaluate({ objectiveIds: stored.map(({ id }) => id) });
  }

  const everyHour = (ago: number) => (ago % 60 === 1 ? 1 : 0);

  it.each<[string, Course, Partial<Objective>, Partial<ObjectiveStatus>]>([
    [
      'is healthy while errors are few',
      ago => (ago % 200 === 0 ? 1 : 0),
      {},
      { status: 'healthy', reason: 'ok' },
    ],
    [
      'is critical when the hour and the last minutes burn',
      ago => (ago <= 10 ? 15 : 0),
      {},
      { status: 'critical', reason: 'page-burn' },
    ],
    [
      'is not critical any more minutes after it is over, but has spent its budget',
      ago => (ago <= 60 && ago > 20 ? 50 : 0),
      {},
      { status: 'critical', reason: 'budget-spent' },
    ],
    [
      'warns when a day burns',
      ago => (ago <= 1440 && ago % 3 === 0 ? 1 : 0),
      {},
      { status: 'warning', reason: 'ticket-burn' },
    ],
    [
      'warns when little of the budget is left',
      ago => (ago > 2 * 1440 && ago % 8 === 0 ? 1 : 0),
      {},
      { status: 'warning', reason: 'budget-low' },
    ],
    [
      'goes stale when nothing was measured for more than ten minutes',
      ago => (ago > 11 ? 0 : undefined),
      {},
      { status: 'no-data', reason: 'stale' },
    ],
    [
      'has never been measured',
      () => undefined,
      {},
      { status: 'no-data', reason: 'never-measured' },
    ],
    [
      'counts slices when it is asked to: two hours of bad ones in a week',
      ago => (ago <= 180 && ago > 60 ? 20 : 0),
      {
        target: 0.95,
        method: 'timeslices',
        timeSlice: { seconds: 300, target: 0.9 },
        window: { kind: 'rolling', seconds: 7 * 86_400, duration: '7d' },
      },
      { status: 'healthy', reason: 'ok' },
    ],
  ])('an objective %s', async (_, course, overrides, expected) => {
    const stored = await store(overrides);
    await measure(stored, course);
    await judge(stored);
    expect(await verdictOf(stored)).toMatchObject(expected);
  });

  it('does not page on two errors of little traffic', async () => {
    const stored = await store();
    await measure(stored, ago => (ago <= 2 ? 1 : 0), 600, 1);
    const { alerts } = await judge(stored);
    expect(alerts).toEqual([]);
    const verdict = await verdictOf(stored);
    expect(verdict).toMatchObject({
      status: 'low-traffic',
      reason: 'few-events',
    });
    expect(verdict.pairs[0]).toMatchObject({
      name: 'page-1h',
      state: 'too-few-events',
    });
  });

  it('answers with exact numbers and their windows', async () => {
    const stored = await store({
      window: { kind: 'rolling', seconds: 7 * 86_400, duration: '7d' },
    });
    await measure(stored, everyHour);
    await judge(stored);
    const verdict = await verdictOf(stored);
    expect(verdict.budget).toMatchObject({
      total: 1_008_000,
      bad: 168,
      sli: 1 - 168 / 1_008_000,
      allowedMinutes: 10.08,
      allowedEvents: 1_008,
      leftEvents: 840,
      coverage: 1,
      unit: 'events',
    });
    expect(verdict.burn.map(({ window }) => window)).toEqual([
      '5m',
      '30m',
      '1h',
      '2h',
      '6h',
      '1d',
      '3d',
      'period',
    ]);
    expect(verdict.burn[5]).toMatchObject({ total: 144_000, bad: 24 });
    expect(verdict.burn[5].rate).toBeCloseTo(1 / 6, 9);
    expect(verdict.exhaustion).toBeUndefined();
    expect(verdict.asOf).toBe(noon * 60);
    expect(verdict.spark).toHaveLength(48);
    expect(verdict.spark.at(-1)).toBeCloseTo(840 / 1_008, 3);
    expect(verdict.window).toEqual({
      kind: 'rolling',
      seconds: 604_800,
      start: noon * 60 - 604_800,
      end: noon * 60,
      duration: '7d',
    });
    expect(JSON.stringify(verdict)).not.toContain('NaN');
  });

  it('weighs the members of a composite, also those of a composite in it', async () => {
    const bad = await store();
    const good = await store();
    await measure(bad, () => 10, 1440);
    await measure(good, () => 0, 1440, 10_000);
    const inner = await store({
      target: 0.95,
      indicator: {
        kind: 'composite',
        source: 'composite',
        members: [
          { ref: bad.objective.ref, weight: 1 },
          { ref: good.objective.ref, weight: 3 },
          { ref: 'slo:default/gone', weight: 5 },
        ],
      },
    });
    const outer = await store({
      target: 0.95,
      indicator: {
        kind: 'composite',
        source: 'composite',
        members: [
          { ref: inner.objective.ref, weight: 2 },
          { ref: good.objective.ref, weight: 2 },
        ],
      },
    });
    const empty = await store({
      indicator: {
        kind: 'composite',
        source: 'composite',
        members: [{ ref: 'slo:default/gone', weight: 5 }],
      },
    });
    await judge(outer, inner, empty);
    const verdict = await verdictOf(outer);
    expect(verdict.kind).toBe('composite');
    expect(verdict.budget.sli).toBeCloseTo(0.9875, 9);
    expect(verdict.status).toBe('healthy');
    expect((await verdictOf(inner)).budget.sli).toBeCloseTo(0.975, 9);
    expect(await verdictOf(empty)).toMatchObject({
      status: 'no-data',
      reason: 'composite-member',
    });
  });

  it('comes to an end with composites that lead back to themselves, and with many that share members', async () => {
    const composite = (refs: string[]): Partial<Objective> => ({
      target: 0.95,
      indicator: {
        kind: 'composite',
        source: 'composite',
        members: refs.map(ref => ({ ref, weight: 1 })),
      },
    });
    const leaf = await store();
    await measure(leaf, () => 10, 1440);
    const back = `slo:default/objective-${count + 2}`;
    const there = await store(composite([leaf.objective.ref, back]));
    const alone = await store(
      composite([there.objective.ref, `slo:default/objective-${count + 1}`]),
    );
    // Each holds the one before 100 times: 10,000,000,000 ways lead to the leaf.
    let wide = leaf;
    for (let depth = 0; depth < 5; depth++) {
      wide = await store(composite(Array(100).fill(wide.objective.ref)));
    }
    await judge(there, alone, wide);
    expect((await verdictOf(alone)).status).toBe('no-data');
    for (const each of [there, wide])
      expect((await verdictOf(each)).budget.sli).toBeCloseTo(0.9, 9);
  });

  it('judges the others when one cannot be judged', async () => {
    const sound = await store();
    await measure(sound, () => 0, 60);
    const unsound = await store({
      window: {
        kind: 'calendar',
        unit: 'month',
        count: 1,
        timeZone: 'Mars/Base',
        startTime: '2026-01-01 00:00:00',
        duration: '1M',
      },
    });
    await judge(unsound, sound);
    expect((await verdictOf(sound)).status).toBe('healthy');
    expect(await knex('verdicts').where({ objective_id: unsound.id })).toEqual(
      [],
    );
  });

  it.each([
    ['a character that PostgreSQL does not take', 'a\u0000b'],
    ['half a character', 'a\ud83d'],
    [
      'characters that are cut in half where it is too long',
      `a${'😀'.repeat(125)}`,
    ],
  ])('judges an objective whose title has %s', async (_, title) => {
    const stored = await store({ title });
    await measure(stored, () => 0, 60);
    await judge(stored);
    expect((await verdictOf(stored)).status).toBe('healthy');
  });

  it('says what the source last said', async () => {
    const indicator: Objective['indicator'] = {
      kind: 'raw',
      source: 'default',
      rawType: 'success',
      raw: { query: 'up' },
    };
    const failing = await store({ indicator });
    const filling = await store({ indicator });
    await knex('sampling').insert([
      {
        objective_id: failing.id,
        reason: 'timeout',
        message: 'no answer within 10 s',
        failing_since: 1_000,
      },
      { objective_id: filling.id, sampled_to: now - 5_000 },
    ]);
    await judge(failing, filling);
    expect(await verdictOf(failing)).toMatchObject({
      status: 'no-data',
      reason: 'source-failing',
      source: { state: 'failing', reason: 'timeout', since: 1_000 },
    });
    expect((await verdictOf(filling)).source.state).toBe('back-filling');
  });

  it('opens an alert once, keeps it through a gap and resolves it, each change with the next number', async () => {
    const stored = await store();
    await measure(stored, ago => (ago <= 20 ? 100 : 0), 1440);
    const before = await lastSequence();
    const opened = await Promise.all([judge(stored), judge(stored)]);
    const alerts = opened.flatMap(each => each.alerts);
    expect(alerts.map(({ pair, state }) => [pair, state]).sort()).toEqual([
      ['page-1h', 'firing'],
      ['ticket-1d', 'firing'],
    ]);
    expect(alerts.map(({ sequence }) => sequence).sort()).toEqual([
      before + 1,
      before + 2,
    ]);
    expect((await judge(stored)).alerts).toEqual([]);
    expect((await verdictOf(stored)).pairs[0].firingSince).toBe(noon * 60);

    now += 15;
    expect((await judge(stored)).alerts).toEqual([]);
    expect((await verdictOf(stored)).reason).toBe('stale');

    now += 5;
    await measure(stored, () => 0, 20);
    const { alerts: resolved } = await judge(stored);
    expect(resolved).toMatchObject([
      {
        sequence: before + 3,
        pair: 'page-1h',
        state: 'resolved',
        startedAt: noon * 60,
        resolvedAt: now * 60,
      },
    ]);
    const kept: BurnAlert[] = (await knex('alerts').orderBy('sequence')).map(
      row => JSON.parse(row.body),
    );
    expect(new Set(kept.map(({ sequence }) => sequence)).size).toBe(
      kept.length,
    );
  });

  it('forgets objectives that are gone and ends their alerts', async () => {
    const stored = await store();
    await measure(stored, () => 50, 1440);
    await judge(stored);
    await knex('objectives')
      .where({ id: stored.id })
      .update({ removed_at: noon * 60 });
    const { alerts } = await evaluator.evaluate({ shards: [0], of: 1 });
    const mine = alerts.filter(({ ref }) => ref === stored.objective.ref);
    expect(mine.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
    expect(await knex('verdicts').where({ objective_id: stored.id })).toEqual(
      [],
    );
  });

  it('computes a sparkline once an hour, and when data comes back', async () => {
    const stored = await store();
    await judge(stored);
    expect((await verdictOf(stored)).spark).toEqual(new Array(48).fill(null));
    await measure(stored, () => 0, 30 * 1440);
    await judge(stored);
    await judge(stored);
    expect((await verdictOf(stored)).spark).toEqual(new Array(48).fill(1));
    now += 1;
    await measure(stored, () => 100, 1);
    const marked = await knex('verdicts')
      .where({ objective_id: stored.id })
      .first('spark_hour');
    await judge(stored);
    const spark = (await verdictOf(stored)).spark.at(-1);
    const row = await knex('verdicts')
      .where({ objective_id: stored.id })
      .first('spark_hour');
    // Within the hour it is the old one, whatever came since.
    expect(spark === 1).toBe(row.spark_hour === marked.spark_hour);
  });

  it('tells the course of an objective, its violations and where it is going', async () => {
    const stored = await store({
      window: { kind: 'rolling', seconds: 7 * 86_400, duration: '7d' },
    });
    await measure(stored, ago => (ago <= 120 && ago > 90 ? 20 : 0), 1440);
    const reader = SeriesReader.create({ database: knex, ledger, clock });
    const series = await reader.read({
      objective: stored.objective,
      from: (noon - 180) * 60,
      points: 180,
    });
    expect(series).toMatchObject({ width: 60, asOf: noon * 60 });
    expect(series.buckets).toHaveLength(180);
    expect(series.buckets[70]).toMatchObject({
      start: (noon - 110) * 60,
      good: 80,
      total: 100,
      measured: 60,
      excluded: 0,
    });
    expect(series.violations).toEqual([
      expect.objectContaining({
        start: (noon - 120) * 60,
        end: (noon - 90) * 60,
        bad: 600,
        total: 3_000,
        worst: 0.8,
      }),
    ]);
    expect(series.buckets.at(-1)?.left).toBeCloseTo(1 - 600 / 144, 6);
    expect(series.forecast?.low).toBeLessThan(series.forecast?.high ?? 0);

    const whole = await reader.read({ objective: stored.objective });
    expect(whole.width).toBe(3_600);
    expect(whole.buckets).toHaveLength(168);
    expect(whole.buckets[0]).toMatchObject({ measured: 0, left: null });
    const totals = whole.buckets.reduce((sum, { total }) => sum + total, 0);
    expect(totals).toBe(144_000);
  });

  async function lastSequence(): Promise<number> {
    const [{ last }] = await knex('alerts').max({ last: 'sequence' });
    return Number(last ?? 0);
  }
});
