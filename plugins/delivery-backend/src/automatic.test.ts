import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { bodyOf, payments } from './__testUtils__/calls';
import { component } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { quickVerification } from './__testUtils__/startDelivery';
import { app, minute, startPayments } from './__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('a failed watch on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  afterEach(() => stop?.());

  /** v3 ran for a day; v4 is shipped now, and a third of its requests fail. */
  async function start(
    automaticRollback: 'off' | 'plan' | 'apply',
    more: object = {},
  ) {
    knex = await databases.init(id);
    const started = await startPayments(knex, {
      entities: [component('payments')],
      delivery: {
        ...quickVerification,
        watch: {
          ...{ interval: '1s', duration: '1h', automaticRollback },
          rules: ['error_rate >= 0.05 critical 1 min'],
        },
        ...more,
      },
    });
    ({ stop } = started);
    const { platform, metrics, shipIt, client } = started;
    const shippedAt = Date.now() - 3 * minute;
    metrics.errorRate = at => {
      const backAt = platform.effects.at(-1)?.at ?? Infinity;
      return at > shippedAt && at < backAt ? 0.33 : 0.001;
    };
    const ship = async (
      ...versions: Parameters<typeof platform.run> extends [string, ...infer V]
        ? V
        : never
    ) => {
      platform.run(app, ...versions);
      await shipIt('v4', -3);
    };
    const api = client();
    const watch = async () => {
      const query = { entityRef: [payments], state: ['failed' as const] };
      const { items } = bodyOf(
        await api.request('get', '/v1/watches', { params: { query } }),
      );
      return items[0];
    };
    return { ...started, ship, watch };
  }

  it('is undone once, also when it is told twice', async () => {
    const { ship, watch, list, ended, platform, told } = await start('apply');
    await ship('v1', 'v2', 'v3', 'v4');
    const failed = await eventually(
      watch,
      one => one?.rollbackId !== undefined,
    );
    expect(failed).toMatchObject({ state: 'failed', rollbackId: 'RB-0001' });
    // As after a crash between the rollback and what the watch says of it.
    await knex('watches')
      .where({ id: failed.id })
      .update({ next_at: Date.now(), rollback_id: null, plan_id: null });
    await eventually(watch, one => one?.rollbackId !== undefined);
    const done = await ended('RB-0001');
    expect(done).toMatchObject({
      state: 'succeeded',
      requestedBy: `watch:${failed.id}`,
      automatic: { watchId: failed.id },
      from: { version: 'v4' },
      to: { version: 'v3' },
    });
    expect([platform.effects.length, (await list()).items.length]).toEqual([
      1, 1,
    ]);
    await eventually(
      () => told.length,
      n => n >= 3,
    );
    expect(told.map(({ payload }) => payload.title.replace(/:.*/, ''))).toEqual(
      expect.arrayContaining(['component', 'RB-0001', 'RB-0001']),
    );
    expect(told).toHaveLength(3);
  });

  it('is only planned for where the policy says so', async () => {
    const { ship, watch, list, getPlan, platform, told } = await start('plan');
    await ship('v1', 'v2', 'v3', 'v4');
    const failed = await eventually(watch, one => one?.planId !== undefined);
    expect(failed.rollbackId).toBeUndefined();
    expect((await getPlan(failed.planId!)).to.version).toBe('v3');
    expect([platform.effects, (await list()).items]).toEqual([[], []]);
    await eventually(
      () => told.length,
      n => n === 1,
    );
    expect(told[0]).toMatchObject({
      recipients: { entityRef: ['group:default/payers'] },
      payload: {
        severity: 'critical',
        link: '/delivery/rollback?entityRef=component%3Adefault%2Fpayments&environment=production',
      },
    });
  });

  it.each([
    [
      'what does not come back',
      ['v1', 'v2', 'v3', { version: 'v4', oneWay: 'Migration 0042' }],
    ],
    ['another version that runs meanwhile', ['v1', 'v2', 'v3', 'v4', 'v5']],
  ])('is only planned for, because of %s', async (_, versions) => {
    const { ship, watch, platform } = await start('apply');
    await ship(...(versions as Parameters<typeof ship>));
    const failed = await eventually(watch, one => one?.planId !== undefined);
    expect(failed.rollbackId).toBeUndefined();
    expect(platform.effects).toEqual([]);
  });

  it('waits for a second person where the policy asks for one', async () => {
    const { ship, watch, get, platform, as, ended } = await start('apply', {
      rollback: { ...quickVerification.rollback, approval: { needed: [{}] } },
    });
    await ship('v1', 'v2', 'v3', 'v4');
    await eventually(watch, one => one?.rollbackId !== undefined);
    expect((await get('RB-0001')).state).toBe('waiting-approval');
    expect(platform.effects).toEqual([]);
    await as('user:default/bea').decide('RB-0001', true);
    expect((await ended('RB-0001')).state).toBe('succeeded');
  });

  it('is told to the owner alone where nothing is to be done', async () => {
    const { ship, watch, told, list } = await start('off');
    await ship('v1', 'v2', 'v3', 'v4');
    await eventually(watch, one => one !== undefined);
    await eventually(
      () => told.length,
      n => n === 1,
    );
    expect((await list()).items).toEqual([]);
  });
});
