import { TestDatabases } from '@backstage/backend-test-utils';
import { firing, minute, resolved, start, World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The pipeline on %s', id => {
  it('makes one incident of an origin and its symptoms, and says why', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.sendChanges([
      {
        key: 'deploy-7',
        kind: 'deployment',
        title: 'payments 2.3.1',
        at: start - 3 * minute,
        labels: { service: 'payments' },
      },
    ]);
    await world.send([
      firing('payments'),
      firing('checkout', { startsAt: start + 20_000 }),
      firing('storefront', { startsAt: start + 40_000, severity: 'error' }),
      firing('search', { severity: 'warning' }),
    ]);
    world.now = start + minute;
    await pipeline.drain();

    expect(world.complaints()).toEqual([]);
    const [incident, ...others] = await world.incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      number: 1,
      status: 'investigating',
      severity: 'SEV2',
      origin_ref: 'component:default/payments',
      owner_ref: 'group:default/payments-team',
      title: 'payments answers with errors',
      alert_count: 3,
    });
    expect(Number(incident.started_at)).toBe(start);
    expect(await world.entities(1)).toEqual({
      payments: 'origin',
      checkout: 'symptom',
      storefront: 'symptom',
    });
    expect(await world.timeline(1)).toEqual([
      'Rule “critical alert”: 3 alerts, the worst critical',
      'Alert: payments answers with errors',
      'Alert: checkout answers with errors',
      'Alert: storefront answers with errors',
      'payments 2.3.1',
    ]);
    const alerts = await world.alerts();
    expect(alerts.map(row => row.suppressed_kind)).toEqual([
      null,
      'symptom',
      'symptom',
      null,
    ]);
    expect(JSON.parse(alerts[1].joined!)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'depends-on' })]),
    );
    expect(await world.told()).toEqual(['1 opened']);

    world.now = start + 10 * minute;
    await world.send(
      ['payments', 'checkout', 'storefront'].map(name =>
        resolved(name, { endsAt: start + 8 * minute }),
      ),
    );
    await pipeline.drain();
    expect((await world.timeline(1)).slice(5)).toEqual([
      'Resolved: payments answers with errors',
      'Resolved: checkout answers with errors',
      'Resolved: storefront answers with errors',
      'Nothing of severity error or worse fires any more; resolved in 5 min unless one returns',
    ]);
    expect(await world.entities(1)).toEqual({
      payments: 'origin, healthy',
      checkout: 'symptom, healthy',
      storefront: 'symptom, healthy',
    });
    world.now = start + 16 * minute;
    await pipeline.drain();
    expect((await world.incidents())[0]).toMatchObject({ status: 'resolved' });
    expect(await world.told()).toEqual(['1 opened', '1 resolved']);
  });
});
