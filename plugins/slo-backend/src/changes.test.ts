import { TestDatabases } from '@backstage/backend-test-utils';
import type { FeedEntry } from '@ghostlight/plugin-delivery-common';
import { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import type { IncidentPage } from '@ghostlight/plugin-incidents-common';
import { component, pushedSlo } from './__testUtils__/entities';
import { push } from './__testUtils__/pushMinutes';
import { allowAll, startSlo } from './__testUtils__/startSlo';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const ref = 'slo:default/payments-availability';

describe.each(databases.eachSupportedId())('what changed, on %s', id => {
  it('is shown beside the budget, with what each version spent of it', async () => {
    const end = Math.floor(Date.now() / 60_000);
    const iso = (minute: number) => new Date(minute * 60_000).toISOString();
    const feed: FeedEntry[] = [];
    const tell = (version: string, from: number, more: object = {}) => {
      const seq = feed.length + 1;
      feed.push({
        seq,
        recordedAt: iso(end),
        change: {
          id: `id-${version}`,
          kind: 'deployment',
          title: `payments ${version}`,
          entityRef: payments,
          environment: 'production',
          version,
          strategy: 'rolling',
          startedAt: iso(from - 2),
          finishedAt: iso(from),
          outcome: 'succeeded',
          startedBy: { kind: 'unknown' },
          source: 'ci',
          ...more,
        },
      });
    };
    const slos = await startSlo({
      knex: await databases.init(id),
      world: {
        entities: [
          component('payments'),
          pushedSlo('payments-availability', 'payments', 0.99),
        ],
        decide: allowAll,
      },
      features: [
        deliveryServiceMock({
          readFeed: async ({ after = 0 }) => {
            const items = feed.filter(({ seq }) => seq > after).slice(0, 2);
            const last = items[items.length - 1]?.seq ?? after;
            return { items, last, more: last < feed.length };
          },
        }).factory,
      ],
    });
    await slos.follow();
    const client = slos.client();
    // Five hours of 100 events a minute: of one before any version, 5 fail each minute; of v2's two hours 10.
    await push(
      client,
      Array.from({ length: 300 }, (_, n) => ({
        ref,
        minute: iso(end - 300 + n),
        good: 100 - (n < 60 ? 5 : 0) - (n >= 180 ? 10 : 0),
        total: 100,
      })),
    );
    const detail = async () =>
      (
        await client.request('get', '/v1/objectives/{ref}', {
          params: { path: { ref } },
        })
      ).data!;
    expect((await detail()).spentBy).toBeUndefined();

    tell('v1', end - 240);
    tell('v2', end - 120);
    tell('v3', end - 10, { outcome: 'failed' });
    tell('s1', end - 10, { environment: 'staging' });
    tell('x', end - 10, { entityRef: undefined });
    await slos.run('slo-delivery');
    await slos.run('slo-delivery');

    const { spentBy, budget } = await detail();
    expect(spentBy!.versions).toMatchObject([{ version: 'v2' }]);
    // 1,500 failed, 1,200 of them with v2.
    expect(spentBy!.versions[0].minutes / spentBy!.total).toBeCloseTo(0.8, 6);
    expect(spentBy!.unattributed / spentBy!.total).toBeCloseTo(0.2, 6);
    expect(spentBy!.total).toBeCloseTo(
      budget.allowedMinutes - budget.leftMinutes!,
      6,
    );

    const { data } = await client.request('get', '/v1/changes', {
      params: {
        query: {
          entityRef: 'component:payments',
          from: (end - 300) * 60,
          to: end * 60,
        },
      },
    });
    expect(
      data!.items.map(({ version, outcome }) => [version, outcome]),
    ).toEqual([
      ['v1', 'succeeded'],
      ['v2', 'succeeded'],
      ['s1', 'succeeded'],
      ['v3', 'failed'],
    ]);
    await slos.backend.stop();
  });

  it('is told apart from incidents that began with no deployment; a minute counts once', async () => {
    const end = Math.floor(Date.now() / 60_000);
    const iso = (minute: number) => new Date(minute * 60_000).toISOString();
    const deployed = (version: string, from: number, environment: string) => ({
      id: `id-${version}`,
      kind: 'deployment' as const,
      title: `payments ${version}`,
      entityRef: payments,
      environment,
      version,
      strategy: 'rolling' as const,
      startedAt: iso(from),
      finishedAt: iso(from),
      outcome: 'succeeded' as const,
      startedBy: { kind: 'unknown' as const },
      source: 'ci',
    });
    const feed: FeedEntry[] = [
      deployed('v1', end - 240, 'production'),
      deployed('s1', end - 300, 'staging'),
    ].map((change, at) => ({ seq: at + 1, recordedAt: iso(end), change }));
    const incident = (number: number, from: number, to: number, more = {}) =>
      ({
        id: `INC-${number}`,
        startedAt: iso(end - from),
        recoveredAt: iso(end - to),
        entities: [],
        ...more,
      } as unknown as IncidentPage['items'][number]);
    const asked = jest.fn();
    const staging = pushedSlo('payments-staging', 'payments', 0.99);
    staging.metadata.labels = { environment: 'staging' };
    const slos = await startSlo({
      knex: await databases.init(id),
      world: {
        entities: [
          component('payments'),
          pushedSlo('payments-availability', 'payments', 0.99),
          staging,
        ],
        decide: allowAll,
      },
      features: [
        deliveryServiceMock({
          readFeed: async ({ after = 0 }) => {
            const items = feed.filter(({ seq }) => seq > after);
            const last = items.at(-1)?.seq ?? after;
            return { items, last, more: false };
          },
        }).factory,
        incidentsServiceMock({
          listIncidents: async request => {
            asked(request);
            return {
              items: [
                // Before any version is known, and two that overlap while v1 runs.
                incident(1, 290, 270),
                incident(2, 120, 60),
                incident(3, 90, 30),
                // Of v1's own, of another one, and of nobody's.
                incident(4, 240, 200, { origin: { changeId: 'id-v1' } }),
                incident(5, 300, 0, { mergedInto: 'INC-2' }),
                incident(6, 300, 0, { sloAffecting: false }),
              ],
              counts: {} as never,
            };
          },
        }).factory,
      ],
    });
    await slos.follow();
    const client = slos.client();
    // Five hours of which every minute costs the same.
    for (const name of ['availability', 'staging'])
      await push(
        client,
        Array.from({ length: 300 }, (_, n) => ({
          ref: `slo:default/payments-${name}`,
          minute: iso(end - 300 + n),
          good: 90,
          total: 100,
        })),
      );
    await slos.run('slo-delivery');
    const shares = async (name: string) => {
      const { data } = await client.request('get', '/v1/objectives/{ref}', {
        params: { path: { ref: `slo:default/payments-${name}` } },
      });
      const { versions, incidents, unattributed, total } = data!.spentBy!;
      const minutes = (spent: number) => Math.round((spent / total) * 300);
      return {
        ...Object.fromEntries([
          ...versions.map(one => [one.version, minutes(one.minutes)]),
          ...incidents.map(one => [one.id, minutes(one.minutes)]),
        ]),
        nobody: minutes(unattributed),
      };
    };
    expect(await shares('availability')).toEqual({
      v1: 150,
      'INC-1': 20,
      'INC-2': 60,
      'INC-3': 30,
      nobody: 40,
    });
    // The deployments of the environment that the objective names.
    expect(await shares('staging')).toEqual({
      s1: 150,
      'INC-1': 20,
      'INC-2': 60,
      'INC-3': 30,
      'INC-4': 40,
      nobody: 0,
    });
    expect(asked).toHaveBeenCalledTimes(1);
    const { data: spent } = await client.request('get', '/v1/spent', {
      params: {
        query: { entityRef: [payments], from: (end - 60) * 60, to: end * 60 },
      },
    });
    expect(spent!.items.map(one => one.environment)).toEqual([
      undefined,
      'staging',
    ]);
    await slos.backend.stop();
  });
});
