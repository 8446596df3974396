import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const search = 'component:default/search';
const orders = 'component:default/orders';

describe.each(databases.eachSupportedId())('lists on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const started = await startIncidents({
      knex,
      world: {
        entities: [
          group('payers'),
          group('finders'),
          system('shop'),
          component('payments'),
          component('search', { owner: 'finders', system: 'discovery' }),
          component('orders'),
        ],
        decide: allowAll,
      },
    });
    return { ...started, ...callsOf(started.client()) };
  }

  it('of incidents are filtered, counted and turned page by page', async () => {
    const { stop, declare, status, list } = await start();
    const at = (minute: number) =>
      new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const made = [
      ['100% of cards_fail', 'SEV2', [payments]],
      ['Search is slow', 'SEV3', [search]],
      ['Both fail', 'SEV1', [payments, search]],
      ['Nobody knows what', 'SEV2', []],
      ['Orders wait', 'SEV4', [orders]],
    ] as const;
    for (const [index, [title, severity, refs]] of made.entries())
      await declare({
        title,
        severity,
        entityRefs: [...refs],
        // Two that began at the same instant.
        startedAt: at(Math.floor(index / 2)),
      });
    await status('INC-0002', { status: 'resolved' });
    const found = async (query: Parameters<typeof list>[0]) =>
      (await list(query)).items.map(item => item.id.slice(-1)).join('');

    expect(await found({})).toBe('54321');
    expect((await list({ limit: 1 })).counts).toEqual({
      open: 4,
      SEV1: 1,
      SEV2: 2,
      SEV3: 0,
      SEV4: 1,
    });
    for (const [query, ids] of [
      [{ status: ['resolved'] }, '2'],
      [{ status: ['investigating', 'identified'] }, '5431'],
      [{ severity: ['SEV1', 'SEV4'] }, '53'],
      [{ entityRef: ['payments'] }, '31'],
      [{ entityRef: [payments, search] }, '321'],
      [{ owner: ['finders'] }, '32'],
      [{ system: ['discovery'] }, '32'],
      [{ owner: ['payers'], system: ['discovery'] }, '3'],
      [{ from: at(1) }, '543'],
      [{ from: at(1), to: at(2) }, '43'],
      [{ q: 'FAIL' }, '31'],
      [{ q: 'orders' }, '5'],
      [{ q: 'INC-0004' }, '4'],
      [{ orderBy: 'severity' as const }, '34125'],
    ] as [Parameters<typeof list>[0], string][])
      expect([query, await found(query)]).toEqual([query, ids]);

    for (const orderBy of ['startedAt', 'severity'] as const) {
      const whole = await found({ orderBy });
      let paged = '';
      let cursor: string | undefined;
      do {
        const page = await list({ orderBy, limit: 2, cursor });
        paged += page.items.map(item => item.id.slice(-1)).join('');
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toBe(whole);
    }
    const { nextCursor } = await list({ limit: 1 });
    for (const query of [
      { cursor: 'x' },
      { cursor: nextCursor, orderBy: 'severity' as const },
    ])
      expect(await refusalOf(list(query))).toMatch(/400 cursor: not a cursor/);
    await stop();
  });

  it('of alerts show each view, and one in full', async () => {
    const { stop, client, alerts, alert, call } = await start();
    const at = Date.now() - 60_000;
    const owned = { entityRef: payments, ownerRef: 'group:default/payers' };
    const ids = await insertAlerts(knex, [
      { name: 'HighErrorRate', at, ...owned, raw: '{"a":"<script>"}' },
      { name: 'Flaps', at: at + 1, suppressed: 'flapping', ...owned },
      {
        name: 'Mystery',
        at: at + 2,
        severity: 'warning',
        url: 'data:text/html,x',
      },
      { name: 'Quiet mystery', at: at + 3, suppressed: 'silence' },
      { name: 'Over', at: at + 3, status: 'resolved', ...owned },
    ]);
    await knex('suppressions').insert([
      { alert_id: ids[1], kind: 'flapping', reason: 'It flaps', at, count: 4 },
      {
        alert_id: ids[1],
        kind: 'silence',
        reason: 'Deploying',
        count: 1,
        at: at + 1,
        undone_at: at + 2,
        undone_by: 'user:default/ines',
      },
    ]);
    await knex('quarantine').insert({
      delivery_id: 1,
      adapter: 'alertmanager',
      received_at: at,
      reason: 'No fingerprint',
      headers: '{}',
      raw: '{}',
    });
    const found = async (query: Parameters<typeof alerts>[0]) =>
      (await alerts(query)).items.map(({ name }) => name);
    for (const [query, names] of [
      [{}, ['Over', 'Quiet mystery', 'Mystery', 'Flaps', 'HighErrorRate']],
      [{ view: 'open' }, ['Mystery', 'HighErrorRate']],
      [{ view: 'suppressed' }, ['Quiet mystery', 'Flaps']],
      [{ view: 'unresolved' }, ['Quiet mystery', 'Mystery']],
      [{ view: 'resolved' }, ['Over']],
      [{ entityRef: ['payments'] }, ['Over', 'Flaps', 'HighErrorRate']],
      [{ owner: ['payers'], view: 'open' }, ['HighErrorRate']],
      [{ severity: ['warning'] }, ['Mystery']],
      [{ adapter: ['sentry'] }, []],
      [{ q: 'MYST' }, ['Quiet mystery', 'Mystery']],
      [{ q: 'payments', view: 'open' }, ['HighErrorRate']],
      [{ incident: 'INC-0001' }, []],
    ] as [Parameters<typeof alerts>[0], string[]][])
      expect([query, await found(query)]).toEqual([query, names]);
    const page = await alerts({ limit: 2 });
    expect(await found({ limit: 3, cursor: page.nextCursor })).toEqual([
      'Mystery',
      'Flaps',
      'HighErrorRate',
    ]);

    const { data: counts } = await client().request(
      'get',
      '/v1/alerts/counts',
      {},
    );
    expect(counts).toEqual({
      open: 2,
      suppressed: 2,
      unresolved: 2,
      quarantined: 1,
    });
    expect(await alert(ids[0])).toMatchObject({
      raw: '{"a":"<script>"}',
      suppressions: [],
      candidates: [],
    });
    expect(await alert(ids[1])).toMatchObject({
      suppression: { kind: 'flapping', reason: 'Because' },
      suppressions: [
        { kind: 'silence', undoneBy: 'user:default/ines' },
        { kind: 'flapping', count: 4 },
      ],
    });
    // What came in as an address is not handed on as one.
    expect((await alert(ids[2])).url).toBeUndefined();
    expect(await refusalOf(alert('77'))).toMatch(/404 No alert '77'/);
    expect((await call('/v1/alerts/x')).status).toBe(404);
    await stop();
  });

  it('of a record put alerts that say the same together', async () => {
    const { stop, declare, timeline } = await start();
    await declare();
    const now = Math.floor(Date.now() / 600_000) * 600_000 - 600_000;
    const entry = (at: number, kind: string, text: string) => ({
      incident_number: 1,
      at,
      kind,
      text,
    });
    await knex('timeline').insert([
      ...Array.from({ length: 37 }, (_, n) =>
        entry(now + 2 * n, 'alert', 'Alert: HighErrorRate'),
      ),
      entry(now + 9, 'alert', 'Alert: HighLatency'),
      entry(now + 10, 'note', 'Alert: HighErrorRate'),
      entry(now + 10, 'note', 'Alert: HighErrorRate'),
      entry(now - 600_000, 'alert', 'Alert: HighErrorRate'),
    ]);
    const shown = async (query: Parameters<typeof timeline>[1]) => {
      const { items, nextCursor } = await timeline('INC-0001', query);
      return {
        items: items.map(
          ({ kind, text, count }) => `${kind} ${text} ×${count}`,
        ),
        nextCursor,
      };
    };
    const kind: ('alert' | 'note')[] = ['alert', 'note'];
    const whole = await shown({ kind });
    expect(whole.items).toEqual([
      'alert Alert: HighErrorRate ×37',
      'note Alert: HighErrorRate ×1',
      'note Alert: HighErrorRate ×1',
      'alert Alert: HighLatency ×1',
      'alert Alert: HighErrorRate ×1',
    ]);
    const first = await shown({ kind, limit: 2 });
    const rest = await shown({ kind, limit: 9, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    const [run] = (await timeline('INC-0001', { kind: ['alert'] })).items;
    expect(run).toMatchObject({
      at: new Date(now).toISOString(),
      lastAt: new Date(now + 72).toISOString(),
    });
    await stop();
  });
});
