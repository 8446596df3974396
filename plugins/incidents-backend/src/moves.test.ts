import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group } from './__testUtils__/entities';
import { insertAlerts, insertGroup } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const checkout = 'component:default/checkout';
const search = 'component:default/search';

describe.each(databases.eachSupportedId())('alerts of incidents on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const world = {
      entities: [
        group('payers'),
        ...['payments', 'checkout', 'search'].map(name => component(name)),
      ],
      decide: allowAll,
    };
    const started = await startIncidents({ knex, world });
    return { ...started, ...callsOf(started.client()) };
  }
  const groupOf = (alertId: string) =>
    knex('alerts')
      .join('groups', 'groups.id', 'alerts.group_id')
      .where('alerts.id', alertId)
      .first('groups.*');

  it('come with their group when an incident is declared from one of them', async () => {
    const { stop, declare, alerts, timeline } = await start();
    const at = Date.now() - 60_000;
    const together = await insertGroup(knex);
    const [one, two, lone] = await insertAlerts(knex, [
      { name: 'A', entityRef: payments, group: together, at },
      { name: 'B', entityRef: checkout, group: together, at: at + 1000 },
      { name: 'C', entityRef: search, at: at + 2000 },
    ]);
    const made = await declare({ alertIds: [one, lone] });
    expect(made).toMatchObject({
      source: 'alert',
      alertCount: 3,
      startedAt: new Date(at).toISOString(),
      detectedAt: new Date(at).toISOString(),
      because: 'Declared by hand from 3 alerts',
      entities: [
        { entityRef: payments },
        { entityRef: checkout },
        { entityRef: search },
      ],
    });
    const { items } = await alerts({ incident: 'INC-0001' });
    expect(items.map(item => item.id).sort()).toEqual([one, two, lone].sort());
    expect(await groupOf(two)).toMatchObject({ incident_number: 1 });
    expect(await groupOf(lone)).toMatchObject({ incident_number: 1 });
    expect(await refusalOf(declare({ alertIds: [two] }))).toMatch(
      /409 Alert \d+ is part of INC-0001: split it/,
    );
    const record = await timeline('INC-0001', { kind: ['alert'] });
    expect(record.items).toHaveLength(3);
    await stop();
  });

  it('follow a merge, and every id goes on answering', async () => {
    const { stop, client, declare, merge, get, list, alerts, timeline } =
      await start();
    const ids = await insertAlerts(knex, [
      { name: 'A', entityRef: payments, at: Date.now() - 9000 },
      { name: 'B', entityRef: checkout },
      { name: 'C', entityRef: search },
    ]);
    for (const alertId of ids) await declare({ alertIds: [alertId] });
    await client().request('post', '/v1/incidents/{incidentId}/follow-ups', {
      params: { path: { incidentId: 'INC-0003' } },
      body: { title: 'Look at it', priority: 'high' },
    });
    const startedAt = (await get('INC-0001')).startedAt;

    await merge('INC-0003', 'INC-0002');
    // One that was merged stands for what it became part of.
    const merged = await merge('INC-0001', 'INC-0003');
    expect(merged).toMatchObject({
      id: 'INC-0002',
      merged: ['INC-0001', 'INC-0003'],
      alertCount: 3,
      startedAt,
      followUps: [{ title: 'Look at it' }],
    });
    expect(merged.entities.map(({ entityRef }) => entityRef).sort()).toEqual(
      [payments, checkout, search].sort(),
    );
    expect(await merge('INC-0001', 'INC-0002')).toMatchObject({
      version: merged.version,
    });

    // A chain has one link, however it came about.
    await declare();
    await merge('INC-0002', 'INC-0004');
    for (const old of ['INC-0001', 'INC-0002', 'INC-0003'])
      expect(await get(old)).toMatchObject({
        id: old,
        mergedInto: 'INC-0004',
        alertCount: 0,
      });
    expect((await alerts({ incident: 'INC-0004' })).items).toHaveLength(3);
    for (const alertId of ids)
      expect(await groupOf(alertId)).toMatchObject({ incident_number: 4 });
    const texts = (await timeline('INC-0004', { limit: 100 })).items.map(
      ({ text }) => text,
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'A fires',
        'B fires',
        'C fires',
        'Became part of INC-0002',
        'Took in INC-0002: Payments fail',
      ]),
    );
    expect((await list()).items.map(item => item.id)).toEqual(['INC-0004']);
    expect((await list({ merged: true })).items).toHaveLength(4);
    expect((await list()).counts.open).toBe(1);
    await stop();
  });

  it('stay where a merge would make no sense', async () => {
    const { stop, declare, merge, status } = await start();
    await declare();
    await declare();
    await declare();
    await merge('INC-0002', 'INC-0001');
    await status('INC-0003', { status: 'resolved' });
    for (const [what, reason] of [
      [merge('INC-0001', 'INC-0001'), /400 .*part of itself/],
      [merge('INC-0001', 'INC-0002'), /400 into: INC-0002 is part of INC-0001/],
      [merge('INC-0001', 'INC-0009'), /404 No incident 'INC-0009'/],
      [merge('INC-0009', 'INC-0001'), /404 No incident 'INC-0009'/],
      [merge('INC-0001', 'INC-0003'), /409 INC-0003 is resolved/],
      [merge('INC-0002', 'INC-0003'), /409 INC-0002 is part of INC-0001/],
      [
        status('INC-0002', { status: 'resolved' }),
        /409 INC-0002 is part of INC-0001 now/,
      ],
    ] as const)
      expect(await refusalOf(what)).toMatch(reason);
    await stop();
  });

  it('are split into an incident of their own, linked both ways', async () => {
    const { stop, declare, split, get, alerts, timeline } = await start();
    const together = await insertGroup(knex);
    const ids = await insertAlerts(knex, [
      { name: 'A', entityRef: payments, group: together },
      { name: 'B', entityRef: checkout, group: together },
      { name: 'C', entityRef: checkout, group: together },
    ]);
    await declare({ alertIds: ids });
    expect(await refusalOf(split('INC-0001', ids))).toMatch(
      /400 alertIds: at least one alert must stay/,
    );
    const made = await split('INC-0001', ids.slice(1));
    expect(made).toMatchObject({
      id: 'INC-0002',
      title: 'B fires',
      splitFrom: 'INC-0001',
      alertCount: 2,
      entities: [{ entityRef: checkout }],
    });
    expect(await get('INC-0001')).toMatchObject({
      alertCount: 1,
      entities: [{ entityRef: payments }],
    });
    const own = await groupOf(ids[1]);
    expect(Boolean(own.by_hand)).toBe(true);
    expect(own).toMatchObject({ incident_number: 2 });
    const counter = await knex('counters').where('name', 'correlation').first();
    expect(Number(own.revision)).toBe(Number(counter.value));
    expect((await groupOf(ids[0])).revision).toEqual(own.revision);
    expect((await alerts({ incident: 'INC-0002' })).items).toHaveLength(2);
    const links = async (incident: string) =>
      (await timeline(incident, { kind: ['link'] })).items.map(
        ({ data }) => data,
      );
    expect(await links('INC-0001')).toEqual([{ splitInto: 'INC-0002' }]);
    expect(await links('INC-0002')).toEqual([{ splitFrom: 'INC-0001' }]);
    expect(await refusalOf(split('INC-0001', [ids[1]]))).toMatch(
      /400 alertIds: alert \d+ is not part of INC-0001/,
    );
    await stop();
  });

  it('are of no incident when theirs is deleted', async () => {
    const { stop, declare, remove, get, list, alert } = await start();
    const [one] = await insertAlerts(knex, [
      { name: 'A', entityRef: payments },
    ]);
    await declare({ alertIds: [one] });
    await remove('INC-0001');
    expect(await refusalOf(get('INC-0001'))).toMatch(/404/);
    expect(await refusalOf(remove('INC-0001'))).toMatch(/404/);
    expect((await list({ merged: true })).items).toEqual([]);
    expect((await alert(one)).incidentId).toBeUndefined();
    expect((await groupOf(one)).closed_at).not.toBeNull();
    // Somebody may find that it was one after all.
    expect((await declare({ alertIds: [one] })).alertCount).toBe(1);
    await stop();
  });

  it('are changed in bulk, each incident answered for on its own', async () => {
    const { stop, declare, bulk, merge, list } = await start();
    for (let n = 0; n < 4; n++) await declare();
    await merge('INC-0004', 'INC-0003');
    const ids = ['INC-0001', 'INC-0002', 'INC-0004', 'INC-0099', 'INC-0001'];
    expect(await bulk({ ids, acknowledge: true, severity: 'SEV1' })).toEqual({
      items: [
        { id: 'INC-0001', outcome: 'changed' },
        { id: 'INC-0002', outcome: 'changed' },
        {
          id: 'INC-0004',
          outcome: 'refused',
          reason: 'INC-0004 is part of INC-0003 now: change that one',
        },
        {
          id: 'INC-0099',
          outcome: 'missing',
          reason: "No incident 'INC-0099'",
        },
      ],
    });
    expect(await bulk({ ids: ['INC-0001'], severity: 'SEV1' })).toMatchObject({
      items: [{ outcome: 'unchanged' }],
    });
    await bulk({ ids: ['INC-0001', 'INC-0002'], mergeInto: 'INC-0003' });
    expect((await list()).items.map(item => item.id)).toEqual(['INC-0003']);
    expect(await refusalOf(bulk({ ids: ['INC-0003'] }))).toMatch(
      /400 Give one/,
    );
    await stop();
  });
});
