import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system, user } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const me = 'user:default/mock';
const payments = 'component:default/payments';
const checkout = 'component:default/checkout';
const storefront = 'component:default/storefront';
const ledger = 'component:default/ledger';
const hour = 3_600_000;

const entities = [
  group('payers'),
  group('sellers'),
  user('ines', ['payers']),
  system('shop'),
  component('ledger'),
  component('payments', { title: 'Payments', dependsOn: ['ledger'] }),
  component('checkout', { owner: 'sellers', dependsOn: ['payments'] }),
  component('storefront', { owner: 'sellers', dependsOn: ['checkout'] }),
];

describe.each(databases.eachSupportedId())('incidents on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const world = { entities, decide: allowAll };
    const started = await startIncidents({ knex, world });
    return { ...started, ...callsOf(started.client()) };
  }

  it('live from their declaration to their end, and keep a record of it', async () => {
    const { stop, settle, audit, published, signals, ...calls } = await start();
    const declared = await calls.declare({
      entityRefs: ['payments', checkout],
      summary: 'Cards are refused',
    });
    expect(declared).toMatchObject({
      id: 'INC-0001',
      status: 'investigating',
      source: 'manual',
      owner: 'group:default/payers',
      system: 'system:default/shop',
      createdBy: me,
      entities: [
        {
          entityRef: checkout,
          role: 'affected',
          owner: 'group:default/sellers',
        },
        { entityRef: payments, role: 'affected', title: 'Payments' },
      ],
      may: { update: true },
      version: 1,
    });

    const first = await calls.acknowledge('INC-0001');
    expect(first).toMatchObject({ acknowledgedBy: me });
    const again = await calls.acknowledge('inc-1');
    expect(again.acknowledgedAt).toBe(first.acknowledgedAt);

    await calls.status('INC-0001', { status: 'identified', note: 'Bad key' });
    const version = (await calls.get('INC-0001')).version;
    const edited = await calls.edit('INC-0001', {
      version,
      title: 'Cards are refused',
      severity: 'SEV1',
      rootCause: 'The key had expired',
      mitigated: true,
      channelUrl: 'https://chat.example.com/inc-1',
      entityRefs: [payments, storefront],
    });
    expect(edited).toMatchObject({
      severity: 'SEV1',
      rootCause: 'The key had expired',
      channelUrl: 'https://chat.example.com/inc-1',
      mitigatedAt: expect.any(String),
      entities: [{ entityRef: payments }, { entityRef: storefront }],
      version: version + 1,
    });
    expect(
      await refusalOf(calls.edit('INC-0001', { version, title: 'Mine' })),
    ).toMatch(/409 INC-0001 was changed meanwhile.*version 2, it is 3/);

    await calls.status('INC-0001', { status: 'monitoring' });
    const resolved = await calls.status('INC-0001', { status: 'resolved' });
    expect(resolved.resolvedAt).toBeDefined();
    const reopened = await calls.status('INC-0001', {
      status: 'investigating',
    });
    expect(reopened).toMatchObject({ status: 'investigating', reopened: 1 });
    expect(reopened.resolvedAt).toBeUndefined();
    // Nothing happens when it is so already.
    const same = await calls.status('INC-0001', { status: 'investigating' });
    expect(same.version).toBe(reopened.version);

    await settle();
    const { items } = await calls.timeline('INC-0001', {
      kind: ['status', 'severity', 'entity', 'action', 'note'],
    });
    expect(items.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'status: Reopened: investigating',
      'status: Status changed from monitoring to resolved',
      'status: Status changed from identified to monitoring',
      `entity: Does not affect ${checkout}`,
      `entity: Affects ${storefront}`,
      'action: Channel: https://chat.example.com/inc-1',
      'action: The mitigation was applied',
      'action: Recorded the root cause',
      'action: Renamed to “Cards are refused”',
      'severity: Severity changed from SEV2 to SEV1',
      'note: Bad key',
      'status: Status changed from investigating to identified',
      'status: Acknowledged',
      'status: Declared by hand',
    ]);
    expect(items.every(item => item.author === me)).toBe(true);
    expect(published.map(({ eventPayload }) => eventPayload)).toContainEqual(
      expect.objectContaining({
        incidentId: 'INC-0001',
        kind: 'reopened',
        entityRefs: expect.arrayContaining([payments, storefront]),
      }),
    );
    expect(signals).toContainEqual(
      expect.objectContaining({ channel: 'ghostlight:incidents' }),
    );
    expect(
      audit.map(({ eventId, outcome }) => `${eventId} ${outcome}`),
    ).toEqual(
      expect.arrayContaining([
        'incident-declare success',
        'incident-edit success',
        'incident-edit fail',
        'incident-status success',
      ]),
    );
    await stop();
  });

  it('are declared once under a key of the same caller', async () => {
    const { stop, declare, client, list } = await start();
    const other = callsOf(
      client(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:robot'),
          targetPluginId: 'incidents',
        }),
      ),
    );
    expect((await declare({ key: 'a' })).id).toBe('INC-0001');
    expect((await declare({ key: 'a', title: 'Again' })).title).toBe(
      'Payments fail',
    );
    expect((await other.declare({ key: 'a' })).id).toBe('INC-0002');
    expect((await list()).counts.open).toBe(2);
    await stop();
  });

  it('take notes, decisions and roles, each once', async () => {
    const { stop, client, declare, get, timeline } = await start();
    await declare();
    const path = { incidentId: 'INC-0001' };
    const note = async (body: {
      text: string;
      kind?: 'note' | 'decision';
      key?: string;
    }) =>
      (
        await client().request('post', '/v1/incidents/{incidentId}/notes', {
          params: { path },
          body,
        })
      ).data!;
    const one = await note({ text: '<b>Bold</b> **claim**', key: 'k' });
    const two = await note({ text: 'Something else', key: 'k' });
    expect(two).toEqual(one);
    expect(one).toMatchObject({ kind: 'note', author: me, count: 1 });
    await note({ text: 'Roll back', kind: 'decision' });
    await note({ text: 'Roll back', kind: 'decision' });
    const { items } = await timeline('INC-0001', {
      kind: ['note', 'decision'],
    });
    expect(items.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'decision: Roll back',
      'decision: Roll back',
      'note: <b>Bold</b> **claim**',
    ]);

    const role = (body: { role: 'commander' | 'scribe'; userRef?: string }) =>
      client().request('post', '/v1/incidents/{incidentId}/roles', {
        params: { path },
        body,
      });
    await role({ role: 'commander', userRef: 'ines' });
    await role({ role: 'commander', userRef: 'user:default/ines' });
    await role({ role: 'scribe', userRef: me });
    expect(await get('INC-0001')).toMatchObject({
      commander: 'user:default/ines',
      roles: [
        { role: 'commander', userRef: 'user:default/ines' },
        { role: 'scribe', userRef: me },
      ],
    });
    await role({ role: 'commander' });
    expect((await get('INC-0001')).commander).toBeUndefined();
    for (const [userRef, reason] of [
      ['user:default/nobody', /400 userRef: the catalog does not know/],
      ['group:default/payers', /400 userRef: .* is no user/],
      ['a b', /400 userRef: .* is not an entity ref/],
    ] as const)
      expect(await refusalOf(role({ role: 'scribe', userRef }))).toMatch(
        reason,
      );
    const roles = await timeline('INC-0001', { kind: ['role'] });
    expect(roles.items.map(({ text }) => text)).toEqual([
      'commander: nobody',
      `scribe: ${me}`,
      'commander: user:default/ines',
    ]);
    await stop();
  });

  it('keep follow-ups until they are done, the first due first', async () => {
    const { stop, client, declare, get, remove } = await start();
    await declare();
    await declare();
    const add = async (
      incidentId: string,
      body: { title: string; due?: string; owner?: string; url?: string },
    ) =>
      (
        await client().request(
          'post',
          '/v1/incidents/{incidentId}/follow-ups',
          {
            params: { path: { incidentId } },
            body: { priority: 'medium', ...body },
          },
        )
      ).data!;
    const list = async (query: object = {}) =>
      (await client().request('get', '/v1/follow-ups', { params: { query } }))
        .data!;
    await add('INC-0001', { title: 'Some day' });
    await add('INC-0001', { title: 'Late', due: '2026-01-01' });
    const soon = await add('INC-0002', {
      title: 'Soon',
      due: '2999-01-01',
      owner: 'group:default/payers',
      url: 'https://tracker.example.com/1',
    });
    expect((await list()).items).toMatchObject([
      { title: 'Late', overdue: true, incidentId: 'INC-0001' },
      { title: 'Soon', overdue: false },
      { title: 'Some day', priority: 'medium', createdBy: me },
    ]);
    const page = await list({ limit: 2 });
    expect(page.items).toHaveLength(2);
    const rest = await list({ limit: 2, cursor: page.nextCursor });
    expect(rest.items.map(({ title }) => title)).toEqual(['Some day']);
    expect(
      (await list({ owner: ['group:default/payers'] })).items,
    ).toHaveLength(1);

    const edit = (body: object) =>
      client().request('put', '/v1/follow-ups/{id}', {
        params: { path: { id: soon.id } },
        body,
      });
    const { data: done } = await edit({ state: 'done', owner: '' });
    expect(done).toMatchObject({ state: 'done', doneAt: expect.any(String) });
    expect(done!.owner).toBeUndefined();
    expect((await get('INC-0002')).followUps).toMatchObject([
      { state: 'done' },
    ]);
    expect(await refusalOf(edit({ url: 'data:text/html,x' }))).toMatch(
      /400 url/,
    );
    await remove('INC-0001');
    expect((await list({ state: 'all' })).items).toMatchObject([
      { title: 'Soon' },
    ]);
    await stop();
  });

  it('show the blast radius, and what changed before', async () => {
    const { stop, client, declare } = await start();
    const at = Date.now();
    const ids = await insertAlerts(knex, [
      { name: 'HighErrorRate', entityRef: payments, at: at - 60_000 },
      { name: 'HighLatency', entityRef: checkout, at: at - 30_000 },
    ]);
    await declare({ alertIds: ids });
    const path = { incidentId: 'INC-0001' };
    const { data: graph } = await client().request(
      'get',
      '/v1/incidents/{incidentId}/graph',
      { params: { path } },
    );
    expect(graph).toEqual({
      nodes: [
        {
          entityRef: payments,
          title: 'Payments',
          owner: 'group:default/payers',
          state: 'affected',
          alerts: 1,
        },
        {
          entityRef: checkout,
          owner: 'group:default/sellers',
          state: 'affected',
          alerts: 1,
        },
        {
          entityRef: storefront,
          owner: 'group:default/sellers',
          state: 'at-risk',
          alerts: 0,
        },
        {
          entityRef: ledger,
          owner: 'group:default/payers',
          state: 'healthy',
          alerts: 0,
        },
      ],
      edges: expect.arrayContaining([
        { from: checkout, to: payments },
        { from: storefront, to: checkout },
        { from: payments, to: ledger },
      ]),
      truncated: false,
    });

    const change = (key: string, entityRef: string | null, before: number) => ({
      adapter: 'cdevents',
      key,
      entity_ref: entityRef,
      kind: 'deployment',
      title: key,
      url: key === 'bad' ? 'data:text/html,x' : 'https://ci.example.com',
      at: at - before,
    });
    await knex('changes').insert([
      change('ledger v2', ledger, 60 * 60_000),
      change('bad', payments, 5 * 60_000),
      change('too old', payments, 3 * hour),
      change('elsewhere', storefront, 60_000),
      change('nobody knows', null, 60_000),
    ]);
    const changes = async (query: object) =>
      (await client().request('get', '/v1/changes', { params: { query } }))
        .data!.items;
    const before = await changes({ incident: 'INC-0001' });
    expect(before.map(({ title }) => title)).toEqual(['bad', 'ledger v2']);
    expect(before[0].url).toBeUndefined();
    expect(await changes({ entityRef: ['storefront'] })).toHaveLength(1);
    expect(await changes({})).toHaveLength(4);
    await stop();
  });

  it('sum up an entity, and everything', async () => {
    const { stop, client, declare, status } = await start();
    await declare({ entityRefs: [payments], severity: 'SEV3' });
    await declare({ entityRefs: [payments], severity: 'SEV1' });
    await declare({ entityRefs: [checkout] });
    await declare({ entityRefs: [storefront] });
    await status('INC-0004', { status: 'resolved' });
    await insertAlerts(knex, [
      { name: 'Old', entityRef: payments, at: Date.now() - hour },
      { name: 'New', entityRef: payments },
      { name: 'Quiet', entityRef: checkout, suppressed: 'silence' },
    ]);
    const summary = async (entityRef?: string) =>
      (
        await client().request('get', '/v1/summary', {
          params: { query: { entityRef } },
        })
      ).data!;
    const one = await summary('payments');
    expect(one).toMatchObject({
      open: 2,
      incidents: [{ id: 'INC-0002' }, { id: 'INC-0001' }],
      lastAlert: { name: 'New' },
      firing: 2,
      oncall: { entityRef: payments, levels: [], missing: expect.any(String) },
    });
    const all = await summary();
    expect(all).toMatchObject({ open: 3, firing: 2 });
    expect(all.oncall).toBeUndefined();
    const { data } = await client().request('get', '/v1/open-entities', {});
    expect(data!.items).toEqual([checkout, payments]);
    await stop();
  });

  it('refuse what makes no sense, and say which field', async () => {
    const { stop, declare, edit, status, get, call } = await start();
    await declare();
    for (const [what, reason] of [
      [declare({ entityRefs: ['a b'] }), /400 entityRefs: 'a b' is not/],
      [declare({ alertIds: ['x'] }), /400 alertIds: 'x' is not an id/],
      [declare({ alertIds: ['99'] }), /404 No alert '99'/],
      [
        declare({ startedAt: '2999-01-01T00:00:00Z' }),
        /400 startedAt: .* future/,
      ],
      [
        edit('INC-0001', { version: 1, channelUrl: 'http://chat.example.com' }),
        /400 channelUrl: .*https/,
      ],
      [status('INC-0007', { status: 'resolved' }), /404 No incident/],
      [get('INC-99999999999'), /404 No incident/],
      [get('42'), /404 No incident '42'/],
    ] as const)
      expect(await refusalOf(what)).toMatch(reason);
    const post = (body: string) =>
      call('/v1/incidents', { method: 'POST', body });
    for (const body of [
      '{"title":"a\\u0000b","severity":"SEV1"}',
      '{"title":"","severity":"SEV1"}',
      '{"title":"a","severity":"SEV9"}',
      '{"title":"a","severity":"SEV1","other":1}',
      '{',
    ])
      expect((await post(body)).status).toBe(400);
    expect((await call('/v1/incidents?q=%00')).status).toBe(400);
    await stop();
  });
});
