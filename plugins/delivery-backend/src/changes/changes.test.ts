import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { Leases } from '@ghostlight/reliability-node';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import {
  changeId,
  getDeployment,
  listChanges,
  listDeployments,
  listLanes,
  pruneFeed,
  readFeed,
  readOverview,
} from '.';
import { deployment, minute, noon, startFeed } from './__testUtils__/startFeed';

const payments = 'component:default/payments';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the change feed on %s', id => {
  let knex: Knex;
  let now = noon;
  let started: Awaited<ReturnType<typeof startFeed>>;

  beforeAll(async () => {
    knex = await databases.init(id);
    started = await startFeed({ knex, now: () => now });
  });

  beforeEach(async () => {
    now = noon;
    await empty();
  });

  async function empty() {
    for (const table of ['changes', 'deployments', 'lanes', 'watches'])
      await knex(table).delete();
    await knex('counters').update({ value: 0 });
  }

  const record = (...reports: ChangeReport[]) =>
    started.feed.record('ci', reports);
  const history = async () =>
    (await listDeployments(knex, { entityRef: payments }, undefined)).items;

  it('keeps versions in the order in which they went live, whenever they are told', async () => {
    await record(deployment('v1', noon));
    await record(deployment('v3', noon + 20 * minute));
    await record(deployment('v2', noon + 10 * minute));
    const items = await history();
    expect(
      items.map(({ version, previousVersion, active, activeUntil }) => [
        version,
        previousVersion,
        active,
        activeUntil && Date.parse(activeUntil) - noon,
      ]),
    ).toEqual([
      ['v3', 'v2', true, undefined],
      ['v2', 'v1', false, 20 * minute],
      ['v1', undefined, false, 10 * minute],
    ]);
    expect(items[0]).toMatchObject({ tookSeconds: 60, failedBecause: [] });
    const [lane] = await listLanes(knex, payments, undefined);
    expect(lane).toMatchObject({
      environment: 'production',
      ownerRef: 'group:default/payers',
      current: { version: 'v3' },
      lastGood: { version: 'v2' },
    });
    // Who went back to a version cannot go back to it.
    await record(
      deployment('v2', noon + 30 * minute, { key: 'back', kind: 'rollback' }),
    );
    const [back] = await listLanes(knex, payments, undefined);
    expect(back.current?.version).toBe('v2');
    expect(back.lastGood?.version).toBe('v1');
  });

  it('lets a report add to what is known, and forgets nothing that is left out', async () => {
    const running: ChangeReport = {
      key: 'v1',
      kind: 'deployment',
      title: 'payments v1',
      entityRef: payments,
      startedAt: noon,
      outcome: 'running',
      author: 'ines',
      commit: 'abc',
    };
    await record(running);
    const [lane] = await listLanes(knex, payments, undefined);
    expect(lane).toMatchObject({ running: { outcome: 'running' } });
    expect(lane.current).toBeUndefined();
    await record({
      ...running,
      author: undefined,
      commit: undefined,
      version: 'v1',
      outcome: 'succeeded',
      finishedAt: noon + minute,
    });
    // Comes late, and is older than what is known.
    await record({ ...running, author: 'otto' });
    const [found] = await history();
    expect(found).toMatchObject({
      version: 'v1',
      commit: 'abc',
      outcome: 'succeeded',
      environment: 'production',
      active: true,
    });
    const feed = await readFeed(knex, {}, undefined);
    expect(feed.items.map(({ seq, change }) => [seq, change.outcome])).toEqual([
      [1, 'running'],
      [2, 'succeeded'],
      [3, 'succeeded'],
    ]);
    await record({ ...running, author: 'otto' });
    expect(await readFeed(knex, { after: 3 }, undefined)).toEqual({
      items: [],
      last: 3,
      more: false,
      from: 1,
    });
  });

  it('knows what a rollback undid: the version before it, or the one that it names', async () => {
    await record(
      deployment('v1', noon),
      deployment('v2', noon + 10 * minute),
      deployment('v1', noon + 20 * minute, { key: 'back', kind: 'rollback' }),
      deployment('v3', noon + 30 * minute),
      deployment('v4', noon + 40 * minute),
      deployment('v2', noon + 50 * minute, { key: 'undo', undoes: 'v3' }),
    );
    const items = await history();
    expect(
      items.map(({ version, kind, failedBecause, rollbackOf }) => [
        version,
        kind,
        failedBecause.map(cause => cause.kind),
        rollbackOf,
      ]),
    ).toEqual([
      ['v2', 'rollback', [], changeId('ci', 'v3')],
      ['v4', 'deployment', [], undefined],
      ['v3', 'deployment', ['rollback'], undefined],
      ['v1', 'rollback', [], changeId('ci', 'v2')],
      ['v2', 'deployment', ['rollback'], undefined],
      ['v1', 'deployment', [], undefined],
    ]);
    // What comes between takes the blame.
    await record(deployment('v2.1', noon + 15 * minute));
    const [blamed, before] = await Promise.all(
      ['v2.1', 'v2'].map(key =>
        getDeployment(knex, changeId('ci', key), undefined),
      ),
    );
    expect(blamed).toMatchObject({ rolledBackBy: changeId('ci', 'back') });
    expect(before).toMatchObject({ failedBecause: [] });
  });

  it('knows what this plugin did itself by the action id that comes back', async () => {
    await Leases.create({ database: knex, logger: mockServices.logger.mock() });
    await record(deployment('v1', noon), deployment('v2', noon + minute));
    await knex('runs').insert({
      id: 'run-1',
      kind: 'rollback',
      key: 'plan-1',
      state: 'running',
      input: '{}',
      requested_by: 'user:default/ines',
      requested_at: noon,
      revision: 1,
      journal_seq: 0,
      due_at: noon,
      token: 0,
    });
    await knex('run_steps').insert({
      run_id: 'run-1',
      position: 0,
      id: 'patch',
      type: 'driver',
      title: 'Patch',
      state: 'running',
      input: '{}',
      action_id: 'act-1',
      timeout: 1,
      continue_on_failure: false,
      always: false,
      attempts: 1,
      failures: 0,
      intended: true,
    });
    await knex('rollbacks').insert({
      id: 'RB-0001',
      plan_id: 'plan-1',
      run_id: 'run-1',
      entity_ref: payments,
      environment: 'production',
      state: 'running',
      lane: 'x',
      reason: 'x',
      dry_run: false,
      requested_by: 'user:default/ines',
      requested_at: noon,
      from_id: changeId('ci', 'v2'),
      summary: '{}',
    });
    await record(
      deployment('v1', noon + 9 * minute, { key: 'rs-3', actionId: 'act-1' }),
    );
    expect(await history()).toMatchObject([
      {
        kind: 'rollback',
        rollbackId: 'RB-0001',
        rollbackOf: changeId('ci', 'v2'),
        startedBy: { kind: 'ghostlight', name: 'user:default/ines' },
      },
      { version: 'v2', failedBecause: [{ kind: 'rollback', ref: 'RB-0001' }] },
      { version: 'v1', failedBecause: [] },
    ]);
    const { items } = await readFeed(knex, { after: 2 }, undefined);
    expect(items[0].change).toMatchObject({ rollbackId: 'RB-0001' });
  });

  it('counts what two senders tell once, and adds what the second knows', async () => {
    const name = { hints: { name: 'payments' }, entityRef: undefined };
    await started.feed.record('kubernetes', [
      deployment('v1', noon, { ...name, key: 'rs-1' }),
    ]);
    await started.feed.record('github', [
      deployment('v1', noon - minute, {
        key: '17',
        author: 'ines',
        title: 'other',
      }),
    ]);
    const items = await history();
    expect(items).toMatchObject([
      { source: 'kubernetes', author: 'ines', title: 'payments v1' },
    ]);
    const { items: feed } = await readFeed(knex, {}, undefined);
    expect(feed.map(({ change }) => [change.id, change.author])).toEqual([
      [changeId('kubernetes', 'rs-1'), undefined],
      [changeId('kubernetes', 'rs-1'), 'ines'],
    ]);
    expect(
      await getDeployment(knex, changeId('github', '17'), undefined),
    ).toMatchObject({ id: changeId('kubernetes', 'rs-1') });
    // Going back to it soon after is no second word about its deployment.
    await started.feed.record('ci', [
      deployment('v2', noon + 5 * minute, { key: 'bad' }),
    ]);
    await started.feed.record('ci', [
      deployment('v1', noon + 8 * minute, { key: 'back', undoes: 'bad' }),
    ]);
    expect(
      (await history()).map(({ version, kind }) => [version, kind]),
    ).toEqual([
      ['v1', 'rollback'],
      ['v2', 'deployment'],
      ['v1', 'deployment'],
    ]);
    // The same version again, some hours later, is another deployment.
    await started.feed.record('github', [
      deployment('v1', noon + 300 * minute, { key: '18' }),
    ]);
    expect(await history()).toHaveLength(4);
  });

  describe('a deployment and the run of the pipeline that made it', () => {
    const run = (at: number, more: object = {}) =>
      deployment('abc1234', at, {
        key: `run:shop/payments:${at}:1`,
        commit: 'abc1234def',
        environment: undefined,
        author: 'ines',
        ...more,
      });
    const made = (environment: string, at: number, more: object = {}) =>
      deployment('v2', at, {
        key: `deployment:shop/payments:${environment}`,
        commit: 'abc1234def',
        environment,
        ...more,
      });
    const told = async () => {
      const rows = [];
      for (const environment of ['production', 'staging'])
        rows.push(
          ...(
            await listDeployments(
              knex,
              { entityRef: payments, environment },
              undefined,
            )
          ).items,
        );
      return rows.map(one => [one.environment, one.version, one.author]);
    };

    it.each<[string, ChangeReport[][]]>([
      ['at once', [[run(noon), made('staging', noon - minute)]]],
      ['the run first', [[run(noon)], [made('staging', noon - minute)]]],
      [
        'the run first, while it lasts for an hour',
        [
          [run(noon, { outcome: 'running', finishedAt: undefined })],
          [made('staging', noon + 60 * minute)],
          [
            run(noon + 61 * minute, {
              key: `run:shop/payments:${noon}:1`,
              startedAt: noon - minute,
            }),
          ],
        ],
      ],
      ['the deployment first', [[made('staging', noon - minute)], [run(noon)]]],
    ])('are one, told %s', async (_, batches) => {
      for (const batch of batches) await started.feed.record('github', batch);
      expect(await told()).toEqual([['staging', 'v2', 'ines']]);
      // Told again, as by webhook and by looking, nothing is new.
      const before = await readFeed(knex, {}, undefined);
      for (const batch of batches) await started.feed.record('github', batch);
      expect(await readFeed(knex, {}, undefined)).toEqual(before);
      expect(await told()).toEqual([['staging', 'v2', 'ines']]);
    });

    it.each<[string, ChangeReport[][]]>([
      [
        'at once',
        [[made('staging', noon), made('production', noon + 1), run(noon)]],
      ],
      [
        'one after the other',
        [[run(noon)], [made('staging', noon)], [made('production', noon + 1)]],
      ],
      [
        'the run first',
        [[run(noon)], [made('staging', noon), made('production', noon + 1)]],
      ],
    ])('are two where it made two, told %s', async (_, batches) => {
      for (const batch of batches) await started.feed.record('github', batch);
      const rows = (await told()).map(([environment, version]) => [
        environment,
        version,
      ]);
      expect(rows).toEqual([
        ['production', 'v2'],
        ['staging', 'v2'],
      ]);
    });

    it('are two when they are of other commits, or days apart', async () => {
      await started.feed.record('github', [
        run(noon),
        made('production', noon, { commit: 'other' }),
        made('production', noon - 3000 * minute, { key: 'deployment:old' }),
      ]);
      expect(await told()).toHaveLength(3);
    });
  });

  it('shows nobody what is not for their eyes, in pages and in the feed', async () => {
    await record(
      deployment('v1', noon),
      deployment('s1', noon, { entityRef: 'component:default/search' }),
      deployment('x', noon, { entityRef: undefined, hints: { name: 'what' } }),
    );
    const mine = {
      column: 'owner_ref' as const,
      values: ['group:default/payers'],
    };
    for (const [visible, versions] of [
      [mine, ['v1']],
      [{ not: mine }, ['s1', 'x']],
      ['none' as const, []],
      [undefined, ['s1', 'v1', 'x']],
    ] as const) {
      const { items } = await readFeed(knex, {}, visible);
      expect(items.map(({ change }) => change.version).sort()).toEqual(
        versions,
      );
      const page = await listChanges(knex, {}, visible);
      expect(page.items.map(change => change.version).sort()).toEqual(versions);
    }
    const { total, counts } = await readOverview(knex, {}, mine, noon);
    expect({ total, entities: counts.entities }).toEqual({
      total: 1,
      entities: 1,
    });
    await expect(
      getDeployment(knex, changeId('ci', 's1'), mine),
    ).rejects.toThrow("No change '");
  });

  it('turns pages without gaps or repetitions', async () => {
    const reports = Array.from({ length: 23 }, (_, n) =>
      deployment(`v${n}`, noon + (n % 5) * minute, { key: `k${n}` }),
    );
    await record(...reports);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDeployments(
        knex,
        { entityRef: payments, limit: 4, cursor },
        undefined,
      );
      expect(page.total).toBe(23);
      seen.push(...page.items.map(({ id: each }) => each));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(23);
    const found = await listChanges(knex, { q: 'payments V1_' }, undefined);
    expect(found.items).toEqual([]);
    const some = await listChanges(knex, { q: 'payments V1' }, undefined);
    expect(some.items).toHaveLength(11);
    const { items } = await readOverview(
      knex,
      { state: 'failing' },
      undefined,
      now,
    );
    expect(items).toEqual([]);
  });

  it('lists what runs with the worst first, page by page', async () => {
    const on = (environment: string, at: number, more: object = {}) =>
      deployment('v1', noon + at * minute, {
        key: environment,
        environment,
        ...more,
      });
    await record(
      on('well-new', 9),
      on('bad-old', 1),
      on('bad-new', 5),
      on('moving', 3, { outcome: 'running', finishedAt: undefined }),
      on('well-old', 2),
    );
    await knex('lanes')
      .where('environment', 'like', 'bad-%')
      .update({ current_failed: true });
    for (const limit of [50, 1, 2]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await readOverview(
          knex,
          { limit, cursor },
          undefined,
          now,
        );
        seen.push(...page.items.map(({ environment }) => environment));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual([
        'bad-new',
        'bad-old',
        'moving',
        'well-new',
        'well-old',
      ]);
    }
  });

  it('forgets old rows, and tells a reader who was further back', async () => {
    await record(deployment('v1', noon));
    now += 3_600_000;
    await record(deployment('v2', noon + minute));
    expect(await pruneFeed({ db: knex, before: noon + 1 })).toBe(1);
    expect(await readFeed(knex, {}, undefined)).toMatchObject({
      items: [{ seq: 2 }],
      from: 2,
      last: 2,
    });
    expect(await history()).toHaveLength(2);
  });

  it('keeps texts that no database would, and refuses what says nothing', async () => {
    await record(
      deployment('v\u00001', noon, {
        title: `${'t'.repeat(5_000)}\ud800`,
        url: ['javascript', 'alert(1)'].join(':'),
        author: 'a\u0000b',
        details: { a: 'x\u0000y\\u0000' },
        values: [{ kind: 'env', label: 'env X', from: '', to: 'b\u0000' }],
      }),
    );
    const [found] = await history();
    expect(found).toMatchObject({ version: 'v1', author: 'ab' });
    expect(found.url).toBeUndefined();
    expect(found.values).toEqual([
      { kind: 'env', label: 'env X', from: '', to: 'b' },
    ]);
    await expect(record(deployment('', noon, { key: '' }))).rejects.toThrow(
      'key: nothing says which change it is',
    );
  });

  it('gives two replicas that write at once numbers in the order in which they are seen', async () => {
    const feeds = [started.feed, started.make(), started.make()];
    let stop = false;
    const seen: number[] = [];
    const reader = (async () => {
      let after = 0;
      while (!stop || seen.length < 60) {
        const { items, last } = await readFeed(knex, { after }, undefined);
        seen.push(...items.map(({ seq }) => seq));
        after = last;
        await new Promise(resolve => setTimeout(resolve, 1));
      }
    })();
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        feeds[n % 3].record('ci', [
          deployment(`v${n}`, noon + n * minute, { key: `${n}` }),
        ]),
      ),
    );
    stop = true;
    await reader;
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    const items = await history();
    expect(items.filter(({ active }) => active)).toHaveLength(1);
    expect(started.published.length).toBeGreaterThan(0);
  });

  /** All that is projected, without what depends on when it was written. */
  async function projection() {
    const rows = await knex('deployments').orderBy('id');
    const lanes = await knex('lanes').orderBy(['entity_ref', 'environment']);
    return JSON.stringify([
      rows.map(({ updated_at: _, known: _known, ...row }) => row),
      lanes,
    ]);
  }

  it('makes the same history of the same reports in any order, however often they come', async () => {
    const report = fc
      .record({
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        at: fc.integer({ min: 0, max: 9 }),
        kind: fc.constantFrom('deployment' as const, 'rollback' as const),
        outcome: fc.constantFrom(
          'succeeded' as const,
          'succeeded' as const,
          'running' as const,
          'failed' as const,
        ),
        version: fc.constantFrom('v1', 'v2', 'v3', undefined),
        entity: fc.constantFrom('payments', 'payments', 'search'),
        undoes: fc.constantFrom('a', 'b', undefined, undefined, undefined),
      })
      .map(
        ({ at, outcome, entity, ...rest }): ChangeReport => ({
          ...rest,
          title: rest.key,
          entityRef: `component:default/${entity}`,
          startedAt: noon,
          ...(outcome !== 'running' && { finishedAt: noon + at * minute }),
          reportedAt: noon + at * minute,
          outcome,
        }),
      );
    const stories = fc
      .array(report, { minLength: 1, maxLength: 9 })
      // Of one instant there is one story of each change.
      .map(list => [
        ...new Map(
          list.map(one => [`${one.key} ${one.reportedAt}`, one]),
        ).values(),
      ])
      .chain(list =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray([...list, ...list], {
            minLength: 2 * list.length,
            maxLength: 2 * list.length,
          }),
          fc.integer({ min: 1, max: 4 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(stories, async ([list, shuffled, size]) => {
        await empty();
        await record(...list);
        const expected = await projection();
        await empty();
        for (let from = 0; from < shuffled.length; from += size)
          await record(...shuffled.slice(from, from + size));
        expect(await projection()).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
