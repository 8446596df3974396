import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { FeedEntry } from '@ghostlight/plugin-delivery-common';
import { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import { startIncidents } from './__testUtils__/startIncidents';
import { createDeliveryFollower } from './intake';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';

function entryOf(
  seq: number,
  at: number,
  more: Partial<FeedEntry['change']> = {},
): FeedEntry {
  return {
    seq,
    recordedAt: new Date(at).toISOString(),
    change: {
      id: `c${seq}`,
      kind: 'deployment',
      title: `payments v${seq}`,
      entityRef: payments,
      environment: 'production',
      version: `v${seq}`,
      strategy: 'rolling',
      startedAt: new Date(at).toISOString(),
      outcome: 'succeeded',
      startedBy: { kind: 'pipeline', name: 'ci' },
      source: 'kubernetes',
      ...more,
    },
  };
}

describe.each(databases.eachSupportedId())('what was delivered, on %s', id => {
  let knex: Knex;
  let feed: FeedEntry[];

  beforeEach(async () => {
    knex = await databases.init(id);
    feed = [];
  });

  const delivery = () =>
    deliveryServiceMock({
      readFeed: async ({ after = 0, limit = 200 }) => {
        const rest = feed.filter(({ seq }) => seq > after);
        const items = rest.slice(0, limit);
        return {
          items,
          last: items[items.length - 1]?.seq ?? after,
          more: rest.length > limit,
        };
      },
    });

  async function start() {
    const incidents = await startIncidents({
      knex,
      world: {
        entities: [component('payments'), system('shop'), group('payers')],
        decide: () => ({ result: AuthorizeResult.ALLOW }),
      },
      features: [delivery().factory],
    });
    return {
      ...incidents,
      look: async () => {
        await incidents.run('incidents-delivery');
        await incidents.settle();
      },
      changes: async () => {
        const { data } = await incidents
          .client()
          .request('get', '/v1/changes', {
            params: { query: { entityRef: [payments] } },
          });
        return data!.items;
      },
    };
  }

  it('is shown beside symptoms once, whoever else tells it', async () => {
    const now = Date.now();
    const incidents = await start();
    const response = await incidents.call('/v1/intake/cloudevents', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.service.header(),
      },
      body: JSON.stringify({
        specversion: '1.0',
        id: 'e1',
        source: '/ci',
        type: 'dev.cdevents.service.deployed.0.3.0',
        time: new Date(now - 60_000).toISOString(),
        data: {
          subject: {
            id: 'payments',
            content: { artifactId: 'pkg:oci/payments@v1' },
          },
          customData: { entityRef: payments },
        },
      }),
    });
    expect(response.status).toBe(202);
    await incidents.settle();
    feed = [
      entryOf(1, now - 30_000),
      entryOf(2, now, { kind: 'rollback', rollbackId: 'RB-7' }),
      entryOf(3, now - 30 * 86_400_000),
      entryOf(4, now, { entityRef: undefined, title: 'of nobody' }),
    ];
    await incidents.look();
    expect(await incidents.changes()).toMatchObject([
      { kind: 'rollback', version: 'v2', deliveryId: 'c2', rollbackId: 'RB-7' },
      {
        title: 'payments deployed to v1',
        version: 'v1',
        author: 'ci',
        deliveryId: 'c1',
      },
    ]);

    // Later entries of a change are news of it, and read once.
    feed.push(entryOf(5, now, { id: 'c2', outcome: 'failed' }));
    await incidents.look();
    await incidents.look();
    const changes = await incidents.changes();
    expect(changes).toHaveLength(2);
    expect(changes[0].outcome).toBe('failed');

    // An incident shows it on its timeline, with where it leads.
    const { declare } = callsOf(incidents.client());
    const { id: incident } = await declare({ entityRefs: [payments] });
    feed.push(entryOf(6, Date.now()));
    await incidents.look();
    const { data } = await incidents
      .client()
      .request('get', '/v1/incidents/{incidentId}/timeline', {
        params: { path: { incidentId: incident } },
      });
    expect(data!.items).toContainEqual(
      expect.objectContaining({
        kind: 'change',
        text: 'payments v6',
        data: expect.objectContaining({ deliveryId: 'c6' }),
      }),
    );
    await incidents.stop();
  });

  it('is not missed where that plugin is not installed, and said once', async () => {
    const logger = mockServices.logger.mock();
    const follower = createDeliveryFollower({
      db: knex,
      delivery: {
        readFeed: async () => {
          throw Object.assign(new Error('Not found'), { statusCode: 404 });
        },
      },
      auth: mockServices.auth(),
      logger,
      now: Date.now,
      wake: () => undefined,
    });
    await knex.schema.createTable('cursors', table => {
      table.string('name').primary();
      table.bigInteger('position').notNullable();
    });
    await follower.poll();
    await follower.poll();
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
