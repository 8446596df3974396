import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';
import { openIncidents } from './incidents';
import {
  alertmanagerBody,
  alertOf,
} from './intake/__testUtils__/alertmanagerBody';

type Query = NonNullable<
  IncidentsPaths['/v1/incidents']['get']['parameters']['query']
>;

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments-db';
const search = 'component:default/search';

describe.each(databases.eachSupportedId())('text search on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const world = {
      entities: [
        group('payers'),
        group('finders'),
        system('shop'),
        component('payments-db', { owner: 'payers' }),
        component('checkout', { dependsOn: ['payments-db'] }),
        component('search', { owner: 'finders', system: 'discovery' }),
      ],
      decide: allowAll,
    };
    const started = await startIncidents({ knex, world });
    const calls = callsOf(started.client());
    /** Their numbers, all pages of them. */
    const found = async (query: Query) => {
      const numbers: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await calls.list({ ...query, cursor });
        expect(page.items.length).toBeLessThanOrEqual(query.limit ?? 50);
        numbers.push(...page.items.map(item => Number(item.id.slice(4))));
        cursor = page.nextCursor;
      } while (cursor);
      return numbers;
    };
    return { ...started, ...calls, world, found };
  }

  it('finds the beginnings of words in title, entities, owner and id', async () => {
    const { stop, declare, found } = await start();
    for (const [title, ...entityRefs] of [
      ['100% of cards_fail: HighErrorRate in Zürich', payments],
      ['Search is slow'],
      ['Both FAIL', payments, search],
      ['支払い停止 — İstanbul'],
    ])
      await declare({ title, entityRefs });
    for (const [q, numbers] of [
      ['fail', [3, 1]],
      ['FaIl', [3, 1]],
      ['cards', [1]],
      ['ards', []],
      ['100%', [1]],
      ['error', [1]],
      ['higherr', [1]],
      ['zurich', [1]],
      ['ZÜRICH', [1]],
      ['支払', [4]],
      ['istanbul', [4]],
      // A name of several words, and a full ref.
      ['payments-db', [3, 1]],
      ['pay d', [3, 1]],
      ['component:default/payments-db', [3, 1]],
      ['component', []],
      // All of them, in any order, wherever each is found.
      ['fail both', [3]],
      ['search fail', [3]],
      ['search', [3, 2]],
      ['sea slow', [2]],
      ['payers', [3, 1]],
      ['finders', []],
      ['payers zürich fail 100', [1]],
      ['fail nowhere', []],
      ['nowhere', []],
      // Of an id that is whole, that one; else what begins like it.
      ['INC-0003', [3]],
      ['inc-3', [3]],
      ['  inc-0003 ', [3]],
      ['inc-000', [4, 3, 2, 1]],
      ['inc', [4, 3, 2, 1]],
      ['0003', [3]],
      ['3', [3]],
      ['inc-0001 payments', [1]],
      ['inc-0002 payments', []],
      ['INC-99999999999', []],
      // Nothing to look for.
      ['  ', [4, 3, 2, 1]],
      ['%', []],
      ['_', []],
      ['\\', []],
      [`' or 1=1 --`, []],
    ] as [string, number[]][])
      expect([q, await found({ q })]).toEqual([q, numbers]);
    await stop();
  });

  it('follows what incidents become', async () => {
    const started = await start();
    const { stop, declare, edit, found, merge, split, alerts } = started;
    const numbers = async (query: Query) => (await found(query)).sort();
    await declare({ title: 'Cards fail', entityRefs: [payments] });
    await declare({ title: 'Search is slow', entityRefs: [search] });
    const renamed = await edit('INC-0001', { title: 'Refused', version: 1 });
    expect(await numbers({ q: 'cards' })).toEqual([]);
    expect(await numbers({ q: 'refused payers' })).toEqual([1]);
    const { version } = renamed;
    await edit('INC-0001', { entityRefs: [search], version });
    expect(await numbers({ q: 'payments' })).toEqual([]);
    expect(await numbers({ q: 'refused finders' })).toEqual([1]);
    await declare({ title: 'Both', entityRefs: [payments] });
    await merge('INC-0001', 'INC-0003');
    expect(await numbers({ q: 'search' })).toEqual([2, 3]);
    // Its start is that of what it took in.
    expect(await found({ q: 'search' })).toEqual([2, 3]);
    expect(await numbers({ q: 'refused' })).toEqual([]);
    expect(await numbers({ q: 'refused', merged: true })).toEqual([1]);

    // What comes in, and joins what is open.
    const Authorization = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('external:alertmanager'),
      targetPluginId: 'incidents',
    });
    const send = async (service: string) => {
      const alert = alertOf(1, {
        labels: { alertname: 'Down', service, severity: 'critical' },
        annotations: { summary: `${service} is down` },
        startsAt: new Date(Date.now() - 30_000).toISOString(),
        fingerprint: `down-${service}`,
      });
      const answer = await started.call('/v1/intake/alertmanager', {
        method: 'POST',
        headers: { Authorization },
        body: JSON.stringify(alertmanagerBody({ alerts: [alert] })),
      });
      expect(answer.status).toBe(202);
      await started.settle();
    };
    await send('payments-db');
    expect(await numbers({ q: 'payments down' })).toEqual([4]);
    expect(await numbers({ q: 'checkout' })).toEqual([]);
    await send('checkout');
    expect(await numbers({ q: 'payments checkout' })).toEqual([4]);
    const [first] = (await alerts()).items;
    await knex('alerts').insert({
      ...(await knex('alerts').where('id', first.id).first()),
      id: 77,
      fingerprint: 'another',
      entity_ref: search,
    });
    await knex('incident_entities').insert({
      incident_number: 4,
      entity_ref: search,
      role: 'affected',
      since: 0,
    });
    await split('INC-0004', ['77']);
    expect(await numbers({ q: 'search down' })).toEqual([5]);
    expect(await numbers({ q: 'search' })).toEqual([2, 3, 5]);

    await started.client().request('post', '/v1/incidents/import', {
      body: {
        incidents: [
          {
            key: 'old-1',
            title: 'Long ago',
            severity: 'SEV1',
            startedAt: '1969-07-20T20:17:00Z',
            resolvedAt: '1969-07-21T20:17:00Z',
            entityRefs: [payments],
          },
        ],
      },
    });
    expect(await numbers({ q: 'payers' })).toEqual([3, 4, 6]);
    expect(await numbers({ q: 'long payers' })).toEqual([6]);
    await stop();
  });

  it('shows the same, page by page, whichever way it takes', async () => {
    const { stop, found, world } = await start();
    const day = 86_400_000;
    const begin = Date.UTC(2025, 0, 1);
    const count = 5_000;
    // Some words of all, of half, of the oldest alone, of few; starts that are not in the order of ids.
    const incidents = Array.from({ length: count }, (_, n) => ({
      number: n + 1,
      title: [
        'service',
        n % 2 ? 'odd' : 'even',
        n < 1_500 ? 'oldest' : 'later',
        n % 1_000 === 7 ? 'seldom' : '',
        `number${n}`,
      ].join(' '),
      severity: (['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const)[n % 3 && 3],
      startedAt: begin + Math.floor(n / 10) * day - (n % 7) * 10 * day,
      owner: n % 4 ? 'group:default/payers' : 'group:default/finders',
      status: n < count - 300 ? 'resolved' : 'investigating',
    }));
    await knex.transaction(async trx => {
      for (let from = 0; from < count; from += 500)
        await openIncidents(
          trx,
          incidents.slice(from, from + 500).map(each => ({
            ...each,
            source: 'rule' as const,
            because: 'x',
            now: begin,
            ownerRef: each.owner,
            entities: [],
          })),
        );
      await trx('incidents')
        .where('number', '<=', count - 300)
        .update('status', 'resolved');
    });
    const order = {
      startedAt: (a: (typeof incidents)[0], b: (typeof incidents)[0]) =>
        b.startedAt - a.startedAt || b.number - a.number,
      severity: (a: (typeof incidents)[0], b: (typeof incidents)[0]) =>
        a.severity.localeCompare(b.severity) || b.number - a.number,
    };
    const at = (days: number) => new Date(begin + days * day).toISOString();
    for (const query of [
      { q: 'seldom' },
      { q: 'seld serv' },
      { q: 'odd even' },
      { q: 'oldest', status: ['investigating'] },
      { q: 'number12', owner: ['finders'] },
      { q: 'odd', status: ['investigating'], limit: 40 },
      { q: 'oldest odd', limit: 400 },
      { q: 'oldest', severity: ['SEV1'], limit: 100 },
      { q: 'service', owner: ['finders'], severity: ['SEV1'], limit: 200 },
      { q: 'odd', from: at(200), to: at(230), limit: 30 },
      { q: 'later', status: ['investigating'], orderBy: 'severity' },
      { q: 'seldom', orderBy: 'severity', limit: 2 },
      { q: 'oldest', orderBy: 'severity', limit: 300 },
      { q: 'oldest even', severity: ['SEV1'], orderBy: 'severity', limit: 200 },
    ] as (Query & { q: string })[]) {
      const from = query.from ? Date.parse(query.from) : -Infinity;
      const to = query.to ? Date.parse(query.to) : Infinity;
      const expected = incidents
        .filter(
          each =>
            query.q
              .split(' ')
              .every(word =>
                each.title.split(' ').some(other => other.startsWith(word)),
              ) &&
            (query.status?.includes(each.status as never) ?? true) &&
            (query.severity?.includes(each.severity) ?? true) &&
            (query.owner?.some(owner => each.owner.endsWith(owner)) ?? true) &&
            each.startedAt >= from &&
            each.startedAt < to,
        )
        .sort(order[query.orderBy ?? 'startedAt'])
        .map(({ number }) => number);
      expect([query, await found(query)]).toEqual([query, expected]);
    }
    world.decide = () => ({ result: AuthorizeResult.DENY });
    await expect(found({ q: 'service' })).rejects.toThrow();
    await stop();
  });

  it('finds words that are too long by their beginning', async () => {
    const { stop, declare, found } = await start();
    await declare({ title: 'a'.repeat(300) });
    const words = await knex('incident_words').orderBy('word').pluck('word');
    expect(words).toEqual(['0001', '1', 'a'.repeat(64), 'inc-0001']);
    expect(await found({ q: 'a'.repeat(100) })).toEqual([1]);
    await stop();
  });
});
