import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import Knex from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import {
  allowAll,
  eventually,
  startIncidents,
} from './__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// Needs a PostgreSQL: BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.
const maybe = databases.supports('POSTGRES_18') ? describe : describe.skip;

const sender = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:alertmanager'),
  targetPluginId: 'incidents',
});

const services = ['payments', 'checkout', 'storefront'];

/** A delivery of Alertmanager about some services. */
function delivery(status: 'firing' | 'resolved', names: string[], at: number) {
  const labels = { alertname: 'HighErrorRate', severity: 'critical' };
  return JSON.stringify({
    version: '4',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    status,
    receiver: 'ghostlight',
    groupLabels: {},
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example.com',
    alerts: names.map(service => ({
      status,
      labels: { ...labels, service },
      annotations: { summary: `${service} fails` },
      startsAt: new Date(at).toISOString(),
      endsAt:
        status === 'resolved'
          ? new Date(at + 60_000).toISOString()
          : '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.example.com/graph',
      fingerprint: `fp-${service}`,
    })),
  });
}

maybe('two backends on one PostgreSQL', () => {
  it('make one incident of what either of them takes in, and tell of it once', async () => {
    const knex = await databases.init('POSTGRES_18');
    const other = Knex(knex.client.config);
    const world = {
      entities: [
        group('payers'),
        system('shop'),
        component('payments'),
        component('checkout', { dependsOn: ['payments'] }),
        component('storefront', { dependsOn: ['checkout'] }),
      ],
      decide: allowAll,
    };
    const config = { incidents: { notifications: {} } };
    const one = await startIncidents({ knex, world, config });
    const two = await startIncidents({ knex: other, world, config });
    const backends = [one, two];
    const send = async (
      backend: (typeof backends)[number],
      body: string,
    ): Promise<number> => {
      const answer = await backend.call('/v1/intake/alertmanager', {
        method: 'POST',
        headers: { Authorization: sender },
        body,
      });
      return answer.status;
    };

    const at = Date.now() - 60_000;
    // The same alerts through both, as a sender does that repeats itself, and apart.
    const taken = await Promise.all(
      services.flatMap((service, n) => [
        send(backends[n % 2], delivery('firing', [service], at + n * 1000)),
        send(backends[(n + 1) % 2], delivery('firing', services, at)),
      ]),
    );
    expect(new Set(taken)).toEqual(new Set([202]));
    await Promise.all(backends.map(backend => backend.settle()));

    const calls = callsOf(one.client());
    const { items, counts } = await calls.list();
    expect(counts.open).toBe(1);
    expect(items[0]).toMatchObject({
      id: 'INC-0001',
      origin: { entityRef: 'component:default/payments' },
      owner: 'group:default/payers',
      alertCount: 3,
    });
    const { items: quiet } = await calls.alerts({ view: 'suppressed' });
    expect(quiet.map(alert => alert.suppression?.kind)).toEqual([
      'symptom',
      'symptom',
    ]);
    await eventually(async () => one.told.length + two.told.length >= 1);

    // Numbers have no gaps, whoever gives them.
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        callsOf(backends[n % 2].client()).declare({ title: `${n}` }),
      ),
    );
    expect(made.map(({ id }) => id).sort()).toEqual(
      Array.from(
        { length: 20 },
        (_, n) => `INC-${String(n + 2).padStart(4, '0')}`,
      ),
    );

    // One goes; the other reads on, and what one took in is resolved through the other.
    await one.stop();
    expect(await send(two, delivery('resolved', services, at))).toBe(202);
    await two.settle();
    const left = callsOf(two.client());
    expect((await left.alerts({ view: 'resolved' })).items).toHaveLength(3);
    expect((await left.get('INC-0001')).recoveredAt).toBeDefined();
    const opened = [...one.told, ...two.told].filter(({ payload }) =>
      JSON.stringify(payload).includes('INC-0001'),
    );
    expect(opened).toHaveLength(1);
    await two.stop();
    await other.destroy();
  });
});
