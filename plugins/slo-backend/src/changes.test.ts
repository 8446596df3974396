import { TestDatabases } from '@backstage/backend-test-utils';
import type { FeedEntry } from '@ghostlight/plugin-delivery-common';
import { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import { component, pushedSlo } from './__testUtils__/entities';
import { push } from './__testUtils__/pushMinutes';
import { allowAll, startSlo } from './__testUtils__/startSlo';

jest.setTimeout(60_000);

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
});
