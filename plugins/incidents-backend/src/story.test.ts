import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { callsOf } from './__testUtils__/calls';
import { component, group } from './__testUtils__/entities';
import {
  allowAll,
  startIncidents,
  type StartOptions,
} from './__testUtils__/startIncidents';
import {
  alertmanagerBody,
  alertOf,
} from './intake/__testUtils__/alertmanagerBody';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const Authorization = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:alertmanager'),
  targetPluginId: 'incidents',
});

describe.each(databases.eachSupportedId())('what comes in on %s', id => {
  async function start(options: Partial<StartOptions> = {}) {
    const started = await startIncidents({
      ...options,
      knex: await databases.init(id),
      world: {
        entities: ['payments', 'checkout', 'search', 'orders']
          .map(name => component(name))
          .concat(group('payers')),
        decide: allowAll,
      },
    });
    const startsAt = new Date(Date.now() - 30_000).toISOString();
    /** Alerts of services as Alertmanager sends them, taken in and read. */
    const send = async (
      services: string[],
      status: 'firing' | 'resolved' = 'firing',
    ) => {
      const alerts = services.map((service, n) =>
        alertOf(n, {
          status,
          labels: { alertname: 'Down', service, severity: 'critical' },
          annotations: { summary: `${service} is down` },
          startsAt,
          ...(status === 'resolved' && { endsAt: new Date().toISOString() }),
          fingerprint: `down-${service}`,
        }),
      );
      const answer = await started.call('/v1/intake/alertmanager', {
        method: 'POST',
        headers: { Authorization },
        body: JSON.stringify(alertmanagerBody({ alerts })),
      });
      expect(answer.status).toBe(202);
      await started.settle();
    };
    const calls = callsOf(started.client());
    const open = async () =>
      (await calls.list()).items.map(
        ({ id: number, title }) => `${number} ${title}`,
      );
    return { ...started, ...calls, send, open };
  }

  it('makes no incident again of what somebody deleted, but of what comes after', async () => {
    const { stop, send, open, remove } = await start();
    await send(['payments']);
    expect(await open()).toEqual(['INC-0001 payments is down']);
    await remove('INC-0001');
    await send(['payments']);
    expect(await open()).toEqual([]);
    await send(['search']);
    expect(await open()).toEqual(['INC-0002 search is down']);
    await send(['payments'], 'resolved');
    await stop();
  });

  it('goes on to where it was merged, and stays apart where it was split', async () => {
    const { stop, send, declare, merge, split, alerts, get } = await start();
    await send(['payments']);
    await send(['search']);
    const { items } = await alerts();
    const numbers = new Set(items.map(alert => alert.incidentId));
    expect(numbers.size).toBe(2);
    await declare({ title: 'All of it' });
    for (const number of numbers) await merge(number!, 'INC-0003');
    // The next report of each is of what they became part of.
    await send(['payments', 'search']);
    expect(await get('INC-0003')).toMatchObject({ alertCount: 2 });
    const [one] = (await alerts({ incident: 'INC-0003' })).items;
    const made = await split('INC-0003', [one.id]);
    await send(['payments', 'search']);
    expect((await get(made.id)).alertCount).toBe(1);
    expect((await get('INC-0003')).alertCount).toBe(1);
    await send(['payments', 'search'], 'resolved');
    expect((await get(made.id)).recoveredAt).toBeDefined();
    expect((await get('INC-0003')).recoveredAt).toBeDefined();
    await stop();
  });

  it('tells of the end of what it told the beginning of', async () => {
    const { stop, send, told, status, timeline } = await start();
    await send(['payments']);
    await send(['payments'], 'resolved');
    await status('INC-0001', { status: 'resolved' });
    // Sending waits its turn after what was to leave before.
    for (let n = 0; n < 2_000 && told.length < 2; n++)
      await new Promise(resolve => setTimeout(resolve, 50));
    const titles = told.map(({ payload }) => payload.title);
    expect(titles).toHaveLength(2);
    expect(titles[1]).toMatch(/resolved/i);
    const { items } = await timeline('INC-0001', { kind: ['notification'] });
    expect(items.length).toBeGreaterThanOrEqual(2);
    await stop();
  });

  it('is kept quiet while the SLO family knows of maintenance', async () => {
    const now = Math.floor(Date.now() / 1000);
    const { stop, run, send, open, alerts } = await start({
      slo: {
        listAlerts: async () => ({ items: [], last: 0 }),
        getSpent: async () => [],
        listCorrections: async ({ kind }) => [
          {
            id: 'upgrade',
            entityRef: 'component:default/payments',
            from: now - 600,
            to: now + 600,
            kind: kind!,
            reason: 'Database upgrade',
            createdBy: 'user:default/ines',
            createdAt: now,
          },
        ],
      },
    });
    await run('incidents-maintenance');
    await send(['payments', 'search']);
    expect(await open()).toEqual(['INC-0001 search is down']);
    const { items } = await alerts({ view: 'suppressed' });
    expect(items).toMatchObject([
      {
        entityRef: 'component:default/payments',
        suppression: { kind: 'maintenance', count: 1 },
      },
    ]);
    expect(items[0].suppression?.reason).toMatch(/Database upgrade/);
    await stop();
  });
});
