import { TestDatabases } from '@backstage/backend-test-utils';
import { defaultIncidentRules } from '@ghostlight/plugin-incidents-common';
import { createSilence, endSilence, listSilences, unsuppressAlert } from '.';
import { firing, minute, resolved, start, World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const by = 'user:default/ada';
const iso = (at: number) => new Date(at).toISOString();
const of = (service: string) => [
  { label: 'service', value: service, mode: 'equals' as const },
];

describe.each(databases.eachSupportedId())('On %s', id => {
  it('if a notification was sent, its resolution is sent, even when suppressed meanwhile', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    world.now += minute;
    await world.db.transaction(trx =>
      createSilence(
        trx,
        {
          matchers: of('payments'),
          until: iso(start + 600 * minute),
          reason: 'we know',
        },
        { by, now: world.now },
      ),
    );
    await pipeline.drain();
    expect((await world.alerts())[0]).toMatchObject({
      suppressed_kind: 'silence',
      suppressed_reason: 'Silenced by user:default/ada: we know',
      suppressed_said: JSON.stringify({
        code: 'suppression.silence',
        params: { by, reason: 'we know' },
      }),
      incident_number: 1,
    });
    const [silence] = await listSilences(world.db, {
      active: true,
      now: world.now,
    });
    expect(silence).toMatchObject({ suppressed: 1, createdBy: by });

    world.now += 10 * minute;
    await world.send([resolved('payments', { endsAt: world.now })]);
    await pipeline.drain();
    world.now += 5 * minute;
    await pipeline.drain();
    expect(await world.told()).toEqual(['1 opened', '1 resolved']);
    expect(world.complaints()).toEqual([]);
  });

  it('suppress creation, never resolution: a silence keeps quiet what comes, counts it, and what it kept quiet is heard when it ends', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    await world.db.transaction(trx =>
      createSilence(
        trx,
        {
          matchers: of('payments'),
          until: iso(start + 30 * minute),
          reason: 'deploying',
        },
        { by, now: start },
      ),
    );
    await world.send([
      firing('payments'),
      firing('search', { severity: 'error' }),
    ]);
    await pipeline.drain();
    await world.send([firing('payments'), firing('payments')]);
    await pipeline.drain();
    expect((await world.alerts())[0]).toMatchObject({
      suppressed_kind: 'silence',
      suppressed_count: 3,
      occurrences: 3,
      incident_number: null,
    });
    expect((await world.incidents()).map(({ title }) => title)).toEqual([
      'search answers with errors',
    ]);

    world.now = start + 29 * minute;
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
    world.now = start + 30 * minute;
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
    const kept = await world.db('suppressions');
    expect(kept).toMatchObject([{ kind: 'silence', count: 3 }]);
    expect(Number(kept[0].ended_at)).toBe(world.now);

    // What is over is over, silenced or not.
    await world.db.transaction(trx =>
      createSilence(
        trx,
        {
          matchers: of('search'),
          until: iso(start + 90 * minute),
          reason: 'x',
        },
        { by, now: world.now },
      ),
    );
    await world.send([resolved('search')]);
    await pipeline.drain();
    expect((await world.alerts())[1]).toMatchObject({
      status: 'resolved',
      suppressed_kind: null,
    });
  });

  it('a silence that is ended by hand lets go of what it kept quiet', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    const { id: silence } = await world.db.transaction(trx =>
      createSilence(
        trx,
        {
          matchers: of('payments'),
          entityRef: 'component:default/payments',
          until: iso(start + 30 * minute),
          reason: 'deploying',
        },
        { by, now: start },
      ),
    );
    await world.send([firing('payments')]);
    await pipeline.drain();
    world.now += minute;
    await world.db.transaction(trx =>
      endSilence(trx, silence, { now: world.now }),
    );
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
    await expect(
      world.db.transaction(trx => endSilence(trx, silence, { now: world.now })),
    ).rejects.toThrow(`There is no silence '${silence}' to end`);
    await expect(
      world.db.transaction(trx =>
        createSilence(
          trx,
          { matchers: of('x'), until: iso(start), reason: 'late' },
          { by, now: world.now },
        ),
      ),
    ).rejects.toThrow('A silence ends after it begins');
  });

  it('a suppression that was undone does not come back for the same cause, and the alert goes through correlation again', async () => {
    const world = await World.create(databases, id, {
      rules: {
        ...defaultIncidentRules,
        suppress: {
          ...defaultIncidentRules.suppress,
          rules: [
            { name: 'test beds', match: of('search'), reason: 'A test bed' },
          ],
        },
      },
      maintenance: {
        during: (ref, at) =>
          ref === 'component:default/ledger' && at < start + 60 * minute
            ? { reason: 'new disks', until: start + 60 * minute, ref: 'c-1' }
            : undefined,
      },
    });
    const pipeline = world.pipeline();
    await world.send([firing('search'), firing('ledger')]);
    await pipeline.drain();
    expect(await world.incidents()).toEqual([]);
    const alerts = await world.alerts();
    expect(alerts).toMatchObject([
      { suppressed_kind: 'rule', suppressed_cause: 'test beds' },
      {
        suppressed_kind: 'maintenance',
        suppressed_cause: 'c-1',
        suppressed_reason: 'Maintenance: new disks',
      },
    ]);
    for (const alert of alerts)
      await world.db.transaction(trx =>
        unsuppressAlert(trx, String(alert.id), { by, now: world.now }),
      );
    await expect(
      world.db.transaction(trx =>
        unsuppressAlert(trx, String(alerts[0].id), { by, now: world.now }),
      ),
    ).rejects.toThrow('Nothing keeps alert 1 quiet');
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(2);
    await world.send([firing('search'), firing('ledger')]);
    await pipeline.drain();
    expect((await world.alerts()).map(row => row.suppressed_kind)).toEqual([
      null,
      null,
    ]);
    expect(await world.db('suppressions').orderBy('id')).toMatchObject([
      { kind: 'rule', undone_by: by },
      { kind: 'maintenance', undone_by: by },
    ]);
  });

  it('maintenance that ends lets go of what fires still', async () => {
    const until = start + 20 * minute;
    const world = await World.create(databases, id, {
      maintenance: {
        during: (ref, at) =>
          ref.endsWith('payments') && at < until
            ? { reason: 'upgrade', until, ref: 'c-2' }
            : undefined,
      },
    });
    const pipeline = world.pipeline();
    await world.send([firing('payments')]);
    await pipeline.drain();
    expect(await world.incidents()).toEqual([]);
    world.now = until;
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
  });

  it('an alert that goes to and fro is held, and heard when it was quiet for long enough', async () => {
    const world = await World.create(databases, id);
    const pipeline = world.pipeline();
    for (let turn = 0; turn < 3; turn++) {
      await world.send([
        firing('payments', { startsAt: world.now, severity: 'warning' }),
      ]);
      await pipeline.drain();
      world.now += minute;
      await world.send([
        resolved('payments', { endsAt: world.now, severity: 'warning' }),
      ]);
      await pipeline.drain();
      world.now += minute;
    }
    await world.send([firing('payments', { startsAt: world.now })]);
    await pipeline.drain();
    const [alert, ...others] = await world.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      transitions: 6,
      suppressed_kind: 'flapping',
      suppressed_reason: 'Went to and fro 6 times within 10 min',
    });
    expect(await world.incidents()).toEqual([]);
    world.now = alert.recheck_at!;
    await pipeline.drain();
    expect(await world.incidents()).toHaveLength(1);
  });
});
