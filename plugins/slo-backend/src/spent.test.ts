import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sloConditions, createSloConditionalDecision } from './index';
import { component, pushedSlo } from './__testUtils__/entities';
import { push } from './__testUtils__/pushMinutes';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startSlo, type World } from './__testUtils__/startSlo';
import type { sloObjectiveReadPermission } from '@ghostlight/plugin-slo-common';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const search = 'component:default/search';
const ref = 'slo:default/payments-availability';

describe.each(databases.eachSupportedId())('what was spent on %s', id => {
  async function start() {
    const world: World = {
      entities: [
        component('payments'),
        component('search', { owner: 'finders' }),
        pushedSlo('payments-availability', 'payments', 0.99),
        pushedSlo('search-availability', 'search', 0.99),
      ],
      decide: allowAll,
    };
    const slos = await startSlo({ knex: await databases.init(id), world });
    await slos.follow();
    return { ...slos, world };
  }

  it('is counted in minutes of the budget, and adds up to what is gone', async () => {
    const { backend, client } = await start();
    const end = Math.floor(Date.now() / 60_000);
    // Ten hours of 100 events a minute; the hour before last every tenth fails.
    const samples = Array.from({ length: 600 }, (_, index) => ({
      ref,
      minute: new Date((end - 600 + index) * 60_000).toISOString(),
      good: index >= 480 && index < 540 ? 90 : 100,
      total: 100,
    }));
    await push(client(), samples);
    const spent = async (from: number, to: number, entityRef = [payments]) => {
      const { data } = await client().GET('/v1/spent', {
        params: { query: { entityRef, from: from * 60, to: to * 60 } },
      });
      return data!.items;
    };

    const [bad] = await spent(end - 120, end - 60);
    expect(bad).toMatchObject({
      ref,
      entityRef: payments,
      budgetMinutes: 432,
      measuredMinutes: 60,
      coverage: expect.closeTo(540 / 43_200, 6),
    });
    // 600 of the events up to its end failed, where 540 allow 540.
    expect(bad.spentMinutes).toBeCloseTo((600 / 540) * 432, 6);

    const [whole] = await spent(end - 600, end);
    const { data: objective } = await client().GET('/v1/objectives/{ref}', {
      params: { path: { ref } },
    });
    expect(whole.spentMinutes).toBeCloseTo(
      432 - objective!.budget.leftMinutes!,
      6,
    );
    expect((await spent(end - 60, end))[0].spentMinutes).toBe(0);

    // Nothing measured is not the same as nothing spent.
    expect(await spent(end - 60, end, [search])).toMatchObject([
      { entityRef: search, spentMinutes: null, measuredMinutes: 0 },
    ]);
    expect(await spent(end - 60, end, [payments, search])).toHaveLength(2);
    expect(await spent(end - 60, end, ['component:default/none'])).toEqual([]);

    // What a correction leaves out was not spent.
    await client().POST('/v1/corrections', {
      body: {
        ref,
        from: (end - 120) * 60,
        to: (end - 60) * 60,
        kind: 'maintenance',
        reason: 'Database upgrade',
      },
    });
    expect((await spent(end - 120, end))[0]).toMatchObject({
      spentMinutes: 0,
      measuredMinutes: 60,
    });
    expect(await refusalOf(spent(end, end - 60))).toMatch(/400 to: .* after/);
    await backend.stop();
  });

  it('and corrected is shown of all entities that the caller may see', async () => {
    const { backend, client, world } = await start();
    const now = Math.floor(Date.now() / 1000);
    for (const [entityRef, kind, from] of [
      [payments, 'maintenance', now - 600],
      [payments, 'simulated', now - 600],
      [search, 'maintenance', now - 600],
      [search, 'maintenance', now - 9 * 86_400],
    ] as const)
      await client().POST('/v1/corrections', {
        body: { entityRef, kind, from, to: from + 1200, reason: 'Upgrade' },
      });
    const list = async (query: object) => {
      const { data } = await client().GET('/v1/corrections', {
        params: { query },
      });
      return data!.items.map(item => `${item.kind} ${item.entityRef}`).sort();
    };
    expect(await list({})).toHaveLength(4);
    expect(
      await list({ kind: 'maintenance', from: now, to: now + 60 }),
    ).toEqual([`maintenance ${payments}`, `maintenance ${search}`]);
    expect(await list({ entityRef: payments, kind: 'simulated' })).toEqual([
      `simulated ${payments}`,
    ]);

    world.decide = permission =>
      createSloConditionalDecision(
        permission as typeof sloObjectiveReadPermission,
        sloConditions.isEntityOwner({ claims: ['group:default/finders'] }),
      );
    expect(await list({})).toEqual([
      `maintenance ${search}`,
      `maintenance ${search}`,
    ]);
    const { data } = await client().GET('/v1/spent', {
      params: {
        query: { entityRef: [payments, search], from: now - 600, to: now },
      },
    });
    expect(data!.items.map(item => item.entityRef)).toEqual([search]);
    world.decide = () => ({ result: AuthorizeResult.DENY });
    expect(await refusalOf(list({}))).toMatch(/^403/);
    await backend.stop();
  });
});
