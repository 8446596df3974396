import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type { BurnAlert } from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { BurnAlertFollower } from './BurnAlertFollower';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const topic = 'ghostlight.slo.alerts';
const startedAt = Date.parse('2026-11-21T10:10:00Z') / 1000;

describe.each(databases.eachSupportedId())('burn-rate alerts on %s', id => {
  let knex: Knex;
  /** The feed as the slo plugin keeps it: each alert once, under its latest number. */
  let feed: BurnAlert[];
  let woken: number;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@ghostlight/plugin-incidents-backend',
        'migrations',
      ),
    });
  });
  beforeEach(async () => {
    for (const table of ['inbox', 'deliveries', 'cursors', 'intake_counts'])
      await knex(table).delete();
    feed = [];
    woken = 0;
    jest.clearAllMocks();
  });

  function follow(
    listAlerts: SloService['listAlerts'] = async ({ after = 0, limit = 100 }) =>
      pageOf(after, limit),
  ) {
    return BurnAlertFollower.create({
      db: knex,
      slo: { listAlerts },
      auth: mockServices.auth(),
      logger,
      now: Date.now,
      wake: () => {
        woken += 1;
      },
    });
  }

  function pageOf(after: number, limit: number) {
    const items = feed
      .filter(({ sequence }) => sequence > after)
      .sort((a, b) => a.sequence - b.sequence)
      .slice(0, limit);
    return { items, last: items[items.length - 1]?.sequence ?? after };
  }

  async function kept() {
    const rows = await knex('inbox').orderBy('id');
    return rows.map(row => {
      const event = JSON.parse(row.event);
      return `${event.labels.slo} ${event.status}`;
    });
  }

  it('begins with what is firing, then takes each change once, over many pages', async () => {
    feed = [
      burn(1),
      burn(2, { state: 'resolved', resolvedAt: startedAt + 5 }),
      burn(3),
    ];
    const follower = follow();
    await follower.poll();
    expect(await kept()).toEqual(['slo-1 firing', 'slo-3 firing']);
    expect(woken).toBe(1);
    await follower.poll();
    expect(await kept()).toHaveLength(2);
    expect(woken).toBe(1);

    feed = feed.filter(({ sequence }) => sequence !== 1);
    feed.push(
      burn(1, { sequence: 4, state: 'resolved', resolvedAt: startedAt + 9 }),
    );
    for (let n = 5; n <= 1_200; n++) feed.push(burn(n));
    await follower.poll();
    const all = await kept();
    expect(all).toHaveLength(2 + 1 + 1_196);
    expect(all.slice(2, 5)).toEqual([
      'slo-1 resolved',
      'slo-5 firing',
      'slo-6 firing',
    ]);
    expect(all[all.length - 1]).toBe('slo-1200 firing');
    expect(await knex('cursors').first()).toMatchObject({ name: 'slo-alerts' });
  });

  it('looks when an event comes, and catches up with one that was lost', async () => {
    const events = mockServices.events();
    const follower = follow();
    await follower.poll();
    await follower.subscribe(events);
    feed = [burn(1), burn(2)];
    // Of the first nobody was told.
    await events.publish({ topic, eventPayload: burn(2) });
    await waitUntil(async () => (await kept()).length === 2);
    expect(await kept()).toEqual(['slo-1 firing', 'slo-2 firing']);
  });

  it('misses nothing that comes while it is reading', async () => {
    let release = () => {};
    const held = new Promise<void>(done => {
      release = done;
    });
    let calls = 0;
    const follower = follow(async ({ after = 0, limit = 100 }) => {
      const page = pageOf(after, limit);
      calls += 1;
      if (calls === 1) await held;
      return page;
    });
    const first = follower.poll();
    await waitUntil(async () => calls === 1);
    feed = [burn(1)];
    const second = follower.poll();
    release();
    await Promise.all([first, second]);
    expect(await kept()).toEqual(['slo-1 firing']);
  });

  it('keeps each change once when several replicas read at the same time', async () => {
    feed = Array.from({ length: 40 }, (_, n) => burn(n + 1));
    await Promise.all([follow().poll(), follow().poll(), follow().poll()]);
    expect(await kept()).toHaveLength(40);
    expect(Number((await knex('cursors').first()).position)).toBe(40);
  });

  it('says once that there is no slo plugin, and begins when there is one', async () => {
    let installed = false;
    const missing = Object.assign(new NotFoundError('No such plugin'), {
      statusCode: 404,
    });
    const follower = follow(async ({ after = 0, limit = 100 }) => {
      if (!installed) throw missing;
      return pageOf(after, limit);
    });
    await follower.poll();
    await follower.poll();
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
    installed = true;
    feed = [burn(1)];
    await follower.poll();
    expect(await kept()).toEqual(['slo-1 firing']);
  });

  it('goes on from where it was when the slo plugin or an alert of it is broken', async () => {
    let broken = true;
    feed = [burn(1), burn(2, { entityRef: 'nobody' }), burn(3)];
    const follower = follow(async ({ after = 0, limit = 100 }) => {
      if (broken) throw new Error('The slo plugin answers with 500');
      return pageOf(after, limit);
    });
    await follower.poll();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    broken = false;
    await follower.poll();
    expect(await kept()).toEqual(['slo-1 firing', 'slo-3 firing']);
    expect(await knex('quarantine').select('field')).toEqual([
      { field: 'entityRef' },
    ]);
  });
});

function burn(n: number, changes: Partial<BurnAlert> = {}): BurnAlert {
  return {
    id: `alert-${n}`,
    sequence: n,
    ref: `slo-${n}`,
    entityRef: 'component:default/payments',
    title: 'Payments answer',
    pair: 'page-1h',
    severity: 'page',
    state: 'firing',
    startedAt,
    ...changes,
  };
}

async function waitUntil(holds: () => Promise<boolean>) {
  while (!(await holds())) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
}
