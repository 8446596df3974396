import { TestDatabases } from '@backstage/backend-test-utils';
import type { Rollout } from '@ghostlight/plugin-delivery-common';
import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { FakeObjectives } from './analysis/__testUtils__/FakeObjectives';
import { ToyPlatform } from './rollouts/__testUtils__/ToyPlatform';
import { bodyOf, payments } from './__testUtils__/calls';
import { component } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  quickVerification,
  startDelivery,
} from './__testUtils__/startDelivery';
import { app, startPayments } from './__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'slo:default/payments-availability';

describe.each(databases.eachSupportedId())('objectives as gates on %s', id => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  const serviceOf = (slo: FakeObjectives) => ({
    measure: slo.measure.bind(slo),
    listObjectives: async () => ({
      ...(await slo.listObjectives()),
      totalItems: 1,
      counts: {
        healthy: 0,
        warning: 0,
        critical: 0,
        'low-traffic': 0,
        'no-data': 0,
      },
    }),
  });

  it('take a rollout back through the API, when the configured strategy names one', async () => {
    const slo = new FakeObjectives();
    slo.measures.set(ref, ({ from, to, labels }) => {
      const total = (to - from) * 1_000;
      const bad = labels.track === 'canary' ? 0.3 : 0.001;
      return { good: total * (1 - bad), total };
    });
    const platform = new ToyPlatform();
    const started = await startDelivery({
      knex: await databases.init(id),
      world: { entities: [component('payments')] },
      drivers: [platform],
      slo: serviceOf(slo),
      delivery: {
        rollouts: {
          interval: '1s',
          strategy: {
            type: 'canary',
            steps: [{ weight: 50, for: { seconds: 20 } }, { weight: 100 }],
            gates: [{ objective: ref, maxBurnRate: 10 }],
          },
        },
      },
    });
    ({ stop } = started);
    const { client } = started;
    const body = { entityRef: payments, image: 'payments:v2' };
    const { id: rollout } = bodyOf(
      await client().request('post', '/v1/rollouts', { body }),
    );
    const get = async (): Promise<Rollout> =>
      bodyOf(
        await client().request('get', '/v1/rollouts/{id}', {
          params: { path: { id: rollout } },
        }),
      );
    const back = await eventually(get, ({ state }) => state === 'rolled-back');
    expect(platform.weight).toBe(0);
    expect(back.strategy.gates).toEqual([{ objective: ref, maxBurnRate: 10 }]);
    expect(back.analysis).toMatchObject([
      {
        objective: { ref, entityRef: payments },
        verdict: 'fail',
        threshold: 10,
        canary: { value: expect.closeTo(30, 3) },
      },
    ]);
    const refused = (gates: object[]) =>
      refusalOf(
        client().request('post', '/v1/rollouts', {
          body: { ...body, strategy: { type: 'canary', gates } },
        }),
      );
    expect(await refused([{ objective: 'slo:default/none' }])).toContain(
      '400 strategy.gates[0].objective: there is no objective',
    );
    expect(await refused([{ objective: ref, maxBurnRate: -1 }])).toContain(
      '400 strategy.gates[0].maxBurnRate',
    );
    expect(await refused([{}])).toContain('400 strategy.gates[0]');
  });

  it('undo a deployment by itself, when an objective of its entity burns since', async () => {
    const slo = new FakeObjectives();
    slo.measures.set(ref, () => ({ good: 10_000, total: 10_000 }));
    const started = await startPayments(await databases.init(id), {
      entities: [component('payments')],
      slo: serviceOf(slo),
      delivery: {
        ...quickVerification,
        watch: { interval: '1s', duration: '1h', automaticRollback: 'apply' },
      },
    });
    ({ stop } = started);
    const { platform, shipIt, ended, client } = started;
    const now = Math.floor(Date.now() / 1000);
    const status: Partial<ObjectiveStatus> = {
      ref,
      title: 'Payments availability',
      entityRef: payments,
      asOf: now,
      pairs: [
        {
          ...{ name: 'page-1h', severity: 'page', long: '1h', short: '5m' },
          ...{ threshold: 14.4, longRate: 21, shortRate: 90 },
          ...{ state: 'firing', firingSince: now - 60 },
        },
      ],
    };
    slo.own = [status as ObjectiveStatus];
    platform.run(app, 'v1', 'v2', 'v3', 'v4');
    await shipIt('v4', -3);
    const failed = await eventually(
      async () => {
        const query = { entityRef: [payments], state: ['failed' as const] };
        const { items } = bodyOf(
          await client().request('get', '/v1/watches', { params: { query } }),
        );
        return items[0];
      },
      watch => watch?.rollbackId !== undefined,
    );
    expect(failed.said.text).toContain(
      'The budget of “Payments availability” burns at 21×, fast enough to page somebody (14.4× over 1h).',
    );
    expect(failed.rules.at(-1)).toMatchObject({
      objective: { ref, title: 'Payments availability', entityRef: payments },
      state: 'broken',
      final: 21,
    });
    expect(await ended('RB-0001')).toMatchObject({
      automatic: { watchId: failed.id },
      from: { version: 'v4' },
      to: { version: 'v3' },
    });
  });
});
