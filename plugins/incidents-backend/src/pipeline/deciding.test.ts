import { TestDatabases } from '@backstage/backend-test-utils';
import { nextOf } from '@ghostlight/reliability-node';
import { Correlator } from '../correlation';
import type { CorrelatedAlert } from '../correlation/Correlation';
import { changeStatus } from '../incidents';
import { forgetMapping, listMappings, resolveAlert, teachMapping } from '.';
import { firing, minute, resolved, start, World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const by = 'user:default/ada';

describe.each(databases.eachSupportedId())('On %s', id => {
  it('opens only after so many reports, or so many alerts, where a rule asks for it', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const warn = firing('search', { severity: 'warning' });
    await world.send([warn, warn]);
    await pipeline.drain();
    expect(await world.incidents()).toEqual([]);
    await world.send([warn]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([
      {
        severity: 'SEV4',
        because:
          'Rule “repeated warning”: one alert, warning, reported 3 times',
        because_said: JSON.stringify({
          code: 'opened.rule',
          params: {
            rule: 'repeated warning',
            alerts: '1',
            worst: 'warning',
            occurrences: '3',
          },
        }),
      },
    ]);
  });

  it('severity rises by itself and never falls, and what a person set stays', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const grow = async (
      service: string,
      more: Partial<Parameters<typeof firing>[1]>,
    ) => {
      world.now += minute;
      await world.send([firing(service, { startsAt: world.now, ...more })]);
      await pipeline.drain();
    };
    await grow('payments', { severity: 'error' });
    await grow('checkout', { severity: 'critical' });
    expect(await world.incidents()).toMatchObject([{ severity: 'SEV2' }]);
    expect(await world.timeline(1)).toContain(
      'Severity raised from SEV3 to SEV2 by rule “critical alert”',
    );
    await world.db.transaction(async trx => {
      await trx('incidents').where({ number: 1 }).update({ severity: 'SEV4' });
      await trx('timeline').insert({
        incident_number: 1,
        at: world.now,
        kind: 'severity',
        author: by,
        text: 'Not that bad',
      });
    });
    await grow('storefront', { severity: 'critical' });
    expect(await world.incidents()).toMatchObject([
      { severity: 'SEV4', alert_count: 3 },
    ]);
    expect(await world.told()).toEqual(['1 opened', '1 severity']);
  });

  it('the origin moves when it shows itself, and its owner with it', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('checkout')]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([
      { owner_ref: 'group:default/checkout-team' },
    ]);
    world.now += minute;
    await world.send([firing('payments', { startsAt: start - minute })]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([
      {
        origin_ref: 'component:default/payments',
        owner_ref: 'group:default/payments-team',
      },
    ]);
    expect(await world.entities(1)).toEqual({
      payments: 'origin',
      checkout: 'symptom',
    });
    expect((await world.alerts())[0]).toMatchObject({
      is_symptom: true,
      suppressed_kind: 'symptom',
      suppressed_cause: 'INC-0001',
    });
  });

  it('groups that an alert shows to be of one cause become one, and all their alerts join the incident', async () => {
    const world = await World.create(databases, id);
    const { graph, rules } = world;
    const groupOf = async (service: string) => {
      const alerts = await world.alerts();
      return alerts.find(row => row.title.startsWith(service))!.group_id!;
    };
    const known: number[] = [];
    const pipeline = world.pipeline({
      correlation: () => {
        const real = Correlator.create({ graph, rules });
        return new Proxy(real, {
          get(target, key) {
            if (key !== 'place') {
              const value = Reflect.get(target, key);
              return typeof value === 'function' ? value.bind(target) : value;
            }
            return (alert: CorrelatedAlert, now: number) =>
              alert.title.startsWith('ledger')
                ? {
                    groupId: known[0],
                    merges: known.slice(1),
                    score: 1,
                    because: [],
                  }
                : target.place(alert, now);
          },
        });
      },
    });
    const warn = { severity: 'warning' as const };
    await world.send([firing('search', warn), firing('storefront', warn)]);
    await pipeline.drain();
    known.push(await groupOf('search'), await groupOf('storefront'));
    expect(new Set(known).size).toBe(2);
    await world.send([firing('ledger')]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([{ alert_count: 3 }]);
    const alerts = await world.alerts();
    expect(alerts.map(row => row.group_id)).toEqual([
      known[0],
      known[0],
      known[0],
    ]);
    expect(await world.db('groups').whereNull('closed_at')).toHaveLength(1);

    // Whoever takes over finds the same.
    await world.send([resolved('search'), resolved('storefront')]);
    await world.pipeline().drain();
    expect(await world.incidents()).toMatchObject([
      { status: 'investigating', alert_count: 3, recovered_at: null },
    ]);
  });

  it('an incident that was over and got a firing alert by hand is not resolved', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments'), firing('search')]);
    await pipeline.drain();
    await world.send([resolved('payments')]);
    await pipeline.drain();
    const [payments, search] = await world.alerts();
    await world.db.transaction(async trx => {
      const revision = await nextOf(trx, 'correlation');
      const incident_number = payments.incident_number!;
      await trx('alerts').where({ id: search.id }).update({ incident_number });
      await trx('groups')
        .where({ id: search.group_id! })
        .update({ incident_number, revision });
      await trx('incidents')
        .where({ number: search.incident_number! })
        .update({ merged_into: incident_number });
    });
    world.now += 30 * minute;
    await pipeline.drain();
    expect(
      await world.db('incidents').where({ number: payments.incident_number! }),
    ).toMatchObject([{ status: 'investigating', recovered_at: null }]);
    await world.send([resolved('search', { endsAt: world.now })]);
    await pipeline.drain();
    world.now += 5 * minute;
    await pipeline.drain();
    expect(
      await world.db('incidents').where({ number: payments.incident_number! }),
    ).toMatchObject([{ status: 'resolved' }]);
  });

  it('a taught mapping applies backwards to what is open and of no known entity', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const odd = (n: number) =>
      firing(`x-${n}`, { labels: { box: 'zq-17', disk: String(n) } });
    await world.send([odd(1), odd(2)]);
    await pipeline.drain();
    expect(await world.alerts()).toMatchObject([
      {
        entity_ref: null,
        entity_reason: 'No label names an entity of the catalog',
        entity_said: '{"code":"entity.none","params":{}}',
      },
      { entity_ref: null },
    ]);
    const request = {
      matchers: [{ label: 'box', value: 'zq-', mode: 'prefix' as const }],
      entityRef: 'component:default/ledger',
    };
    const { graph } = world;
    const taught = await world.db.transaction(trx =>
      teachMapping(trx, request, { by, now: world.now, graph }),
    );
    expect(taught).toMatchObject({ applied: 2, mapping: { source: 'taught' } });
    await pipeline.drain();
    await world.send([odd(3)]);
    await pipeline.drain();
    expect(await world.alerts()).toEqual(
      [1, 2, 3].map(() =>
        expect.objectContaining({
          entity_ref: 'component:default/ledger',
          entity_confidence: 1,
          entity_reason: `Taught by ${by}`,
          owner_ref: 'group:default/ledger-team',
        }),
      ),
    );
    // Old alerts keep the incident they are in, which is of the entity now.
    const [first] = await world.alerts();
    expect(await world.entities(first.incident_number!)).toMatchObject({
      ledger: expect.any(String),
    });
    expect(await listMappings(world.db, { rules: world.rules })).toEqual([
      taught.mapping,
    ]);
    await world.db.transaction(trx => forgetMapping(trx, taught.mapping.id));
    await expect(
      world.db.transaction(trx => forgetMapping(trx, taught.mapping.id)),
    ).rejects.toThrow('There is no taught mapping');
    await expect(
      world.db.transaction(trx =>
        teachMapping(
          trx,
          { ...request, entityRef: 'component:default/nothing' },
          { by, now: world.now, graph },
        ),
      ),
    ).rejects.toThrow('The catalog does not have component:default/nothing');
  });

  it('an alert whose sender will not say so is over when a person says so, or after a time without news', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await world.send([firing('search')], { adapter: 'falco' });
    await pipeline.drain();
    const [payments] = await world.alerts();
    world.now += minute;
    await world.db.transaction(trx =>
      resolveAlert(trx, String(payments.id), { now: world.now }),
    );
    await pipeline.drain();
    expect(await world.entities(payments.incident_number!)).toEqual({
      payments: 'origin, healthy',
    });
    world.now = start + 24 * 60 * minute;
    await pipeline.drain();
    expect((await world.alerts()).map(row => row.status)).toEqual([
      'resolved',
      'resolved',
    ]);
    world.now += 6 * minute;
    await pipeline.drain();
    expect((await world.incidents()).map(({ status }) => status)).toEqual([
      'resolved',
      'resolved',
    ]);
    await expect(
      world.db.transaction(trx => resolveAlert(trx, '1', { now: world.now })),
    ).rejects.toThrow('Alert 1 is over already');
  });

  it('is over when nothing severe fires any more, unless it never had anything severe', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const slow = {
      fingerprint: 'ticket',
      name: 'BudgetTicket',
      severity: 'warning',
    } as const;
    await world.send([firing('payments'), firing('payments', slow)]);
    await pipeline.drain();
    world.now += minute;
    await world.send([resolved('payments', { endsAt: world.now })]);
    await pipeline.drain();
    expect(await world.entities(1)).toEqual({ payments: 'origin, healthy' });
    world.now += 6 * minute;
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([{ status: 'resolved' }]);

    const warn = firing('search', {
      ...slow,
      fingerprint: 'other',
      startsAt: world.now,
    });
    await world.send([warn, warn, warn]);
    await pipeline.drain();
    world.now += 60 * minute;
    await pipeline.drain();
    expect((await world.incidents())[1]).toMatchObject({
      status: 'investigating',
    });
  });

  it('a person who resolves an incident is not overruled by what only goes on', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    await world.db.transaction(trx =>
      changeStatus(trx, { incident: 1, to: 'resolved', now: world.now, by }),
    );
    world.now += minute;
    await world.send([firing('payments')]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([{ status: 'resolved' }]);
    await world.send([firing('checkout', { startsAt: world.now })]);
    await pipeline.drain();
    expect(await world.incidents()).toMatchObject([
      { status: 'investigating', reopened: 1, alert_count: 2 },
    ]);
  });
});
