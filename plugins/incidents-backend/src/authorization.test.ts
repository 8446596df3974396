import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  incidentsPermissions,
  type alertReadPermission,
  type incidentReadPermission,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  allowAll,
  startIncidents,
  type World,
} from './__testUtils__/startIncidents';
import {
  alertConditions,
  createAlertConditionalDecision,
  createIncidentConditionalDecision,
  incidentConditions,
} from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const search = 'component:default/search';
const payers = { claims: ['group:default/payers', 'user:default/mock'] };
const deny: World['decide'] = () => ({ result: AuthorizeResult.DENY });

type Criteria = PermissionCriteria<PermissionCondition<'incidents-incident'>>;

/** Conditions for what concerns one incident or alert; the rest is allowed. */
function when(criteria: Criteria): World['decide'] {
  return (permission: Permission) => {
    if (permission.type !== 'resource')
      return { result: AuthorizeResult.ALLOW };
    return permission.resourceType === 'incidents-alert'
      ? createAlertConditionalDecision(
          permission as typeof alertReadPermission,
          alertConditions.isOwner(payers),
        )
      : createIncidentConditionalDecision(
          permission as typeof incidentReadPermission,
          criteria,
        );
  };
}

describe.each(databases.eachSupportedId())('permissions on %s', id => {
  let knex: Knex;
  let alertIds: string[];
  /** 1 is the payers', 2 the finders', 3 affects both, 4 is of nothing known. */
  async function start() {
    knex = await databases.init(id);
    const world: World = {
      entities: [
        group('payers'),
        group('finders'),
        system('shop'),
        component('payments'),
        component('search', { owner: 'finders', system: 'discovery' }),
      ],
      decide: allowAll,
    };
    const started = await startIncidents({ knex, world });
    const calls = callsOf(started.client());
    await calls.declare({ entityRefs: [payments] });
    await calls.declare({ entityRefs: [search] });
    await calls.declare({ entityRefs: [search, payments] });
    await calls.declare();
    await knex('incidents').where('number', 3).update({
      owner_ref: 'group:default/finders',
    });
    alertIds = await insertAlerts(knex, [
      { name: 'A', entityRef: payments, ownerRef: 'group:default/payers' },
      { name: 'B', entityRef: search, ownerRef: 'group:default/finders' },
      { name: 'C' },
    ]);
    await knex('changes').insert(
      [payments, search].map(ref => ({
        adapter: 'cdevents',
        key: ref,
        entity_ref: ref,
        kind: 'deployment',
        title: ref,
        at: Date.now() - 60_000,
      })),
    );
    return { ...started, ...calls, world };
  }

  it('refuse everything to whom the policy denies it', async () => {
    const { stop, call, world, actions, audit } = await start();
    world.decide = deny;
    const body = (value: object, method = 'POST') => ({
      method,
      body: JSON.stringify(value),
    });
    const one = '/v1/incidents/INC-0001';
    const silence = {
      matchers: [{ label: 'a', value: 'b' }],
      until: '2999-01-01T00:00:00Z',
      reason: 'Why',
    };
    const mapping = { matchers: silence.matchers, entityRef: payments };
    const sections = Object.fromEntries(
      [
        'impact',
        'detection',
        'timeline',
        'rootCause',
        'wentWell',
        'wentWrong',
        'lessons',
        'queries',
      ].map(name => [name, '']),
    );
    const imported = {
      key: 'a',
      title: 'a',
      severity: 'SEV1',
      startedAt: '2026-01-01T00:00:00Z',
      entityRefs: [],
    };
    audit.length = 0;
    for (const [path, init] of [
      ['/v1/incidents'],
      ['/v1/incidents', body({ title: 'a', severity: 'SEV1' })],
      ['/v1/incidents/bulk', body({ ids: ['INC-0001'], acknowledge: true })],
      ['/v1/incidents/import', body({ incidents: [imported] })],
      [one],
      [one, body({ version: 1 }, 'PUT')],
      [one, { method: 'DELETE' }],
      [`${one}/status`, body({ status: 'resolved' })],
      [`${one}/acknowledge`, { method: 'POST' }],
      [`${one}/notes`, body({ text: 'a' })],
      [`${one}/roles`, body({ role: 'scribe' })],
      [`${one}/timeline`],
      [`${one}/merge`, body({ into: 'INC-0002' })],
      [`${one}/split`, body({ alertIds: ['1'] })],
      [`${one}/graph`],
      [`${one}/related`],
      [`${one}/responders`],
      [`${one}/postmortem`],
      [`${one}/postmortem`, body({ sections, version: 0 }, 'PUT')],
      [`${one}/postmortem/markdown`],
      [`${one}/follow-ups`, body({ title: 'a' })],
      ['/v1/follow-ups'],
      ['/v1/follow-ups/1', body({ state: 'done' }, 'PUT')],
      ['/v1/changes'],
      ['/v1/changes?incident=INC-0001'],
      ['/v1/findings'],
      ['/v1/summary'],
      ['/v1/open-entities'],
      ['/v1/documents'],
      ['/v1/metrics'],
      ['/v1/metrics/csv'],
      ['/v1/alerts'],
      ['/v1/alerts/counts'],
      [`/v1/alerts/${alertIds[0]}`],
      [`/v1/alerts/${alertIds[0]}/unsuppress`, { method: 'POST' }],
      ['/v1/alerts/unsuppress', body({ alertIds })],
      ['/v1/suppressions'],
      [`/v1/alerts/${alertIds[0]}/resolve`, { method: 'POST' }],
      ['/v1/adapters'],
      ['/v1/quarantine'],
      ['/v1/quarantine/1/retry', { method: 'POST' }],
      ['/v1/quarantine/1', { method: 'DELETE' }],
      ['/v1/mappings'],
      ['/v1/mappings', body(mapping)],
      ['/v1/mappings/1', { method: 'DELETE' }],
      ['/v1/silences'],
      ['/v1/silences', body(silence)],
      ['/v1/silences/1', { method: 'DELETE' }],
      ['/v1/rules'],
      ['/v1/rules/dry-run', body({ yaml: 'a' })],
      ['/v1/channels'],
      ['/v1/channels/portal/test', { method: 'POST' }],
      ['/v1/channels/portal/messages', body({ text: 'a', key: 'a' })],
      ['/v1/notifications'],
    ] as [string, RequestInit?][]) {
      const answer = await call(path, init);
      const method = init?.method ?? 'GET';
      expect(`${method} ${path} ${answer.status}`).toBe(
        `${method} ${path} 403`,
      );
    }
    for (const [name, input] of [
      ['sre-incidents-list', {}],
      ['sre-incident-get', { id: 'INC-0001' }],
      ['incidents-metrics', {}],
      ['incidents-declare', { title: 'a', severity: 'SEV1', key: 'a' }],
      ['incidents-add-note', { id: 'INC-0001', text: 'a', key: 'a' }],
    ] as const)
      await expect(
        actions.invoke({ id: `test:${name}`, input }),
      ).rejects.toThrow(/permission incidents\.incident\./);
    expect(new Set(audit.map(({ outcome }) => outcome))).toEqual(
      new Set(['fail']),
    );
    // Whose rotation it is, everybody may know.
    expect((await call(`/v1/oncall?entityRef=${payments}`)).status).toBe(200);
    await stop();
  });

  it('show what the caller owns, or is affected in, in lists and one by one', async () => {
    const { stop, client, call, world, list, get, alerts, bulk } =
      await start();
    world.decide = when(incidentConditions.isOwner(payers));
    const mine = await list();
    expect(mine.items.map(item => item.id)).toEqual(['INC-0003', 'INC-0001']);
    expect(mine.counts).toMatchObject({ open: 2, SEV2: 2 });
    expect((await list({ entityRef: [search] })).items).toHaveLength(1);
    expect((await alerts()).items.map(({ name }) => name)).toEqual(['A']);
    const read = async (path: string) =>
      (await (await call(path)).json()) as {
        items: { title: string }[];
      };
    expect((await read('/v1/changes')).items).toMatchObject([
      { title: payments },
    ]);
    expect(
      (await read(`/v1/changes?entityRef=${search}&entityRef=${payments}`))
        .items,
    ).toHaveLength(1);
    // Who may see an incident may see what changed before it.
    expect((await read('/v1/changes?incident=INC-0003')).items).toHaveLength(2);
    const { data: summary } = await client().request('get', '/v1/summary', {});
    expect(summary).toMatchObject({ open: 2, firing: 1 });
    const { data: counts } = await client().request(
      'get',
      '/v1/alerts/counts',
      {},
    );
    expect(counts).toMatchObject({ open: 1, unresolved: 0 });
    for (const [path, status] of [
      ['/v1/incidents/INC-0001', 200],
      ['/v1/incidents/INC-0002', 403],
      ['/v1/incidents/INC-0003', 200],
      ['/v1/incidents/INC-0004', 403],
      ['/v1/incidents/INC-0005', 404],
      ['/v1/incidents/INC-0002/timeline', 403],
      ['/v1/changes?incident=INC-0002', 403],
      [`/v1/alerts/${alertIds[0]}`, 200],
      [`/v1/alerts/${alertIds[1]}`, 403],
      ['/v1/alerts/999', 404],
    ] as const)
      expect(`${path} ${(await call(path)).status}`).toBe(`${path} ${status}`);
    expect(
      await bulk({
        ids: ['INC-0001', 'INC-0002', 'INC-0099'],
        status: 'identified',
      }),
    ).toMatchObject({
      items: [
        { id: 'INC-0001', outcome: 'changed' },
        { id: 'INC-0002', outcome: 'refused' },
        { id: 'INC-0099', outcome: 'missing' },
      ],
    });
    world.decide = permission =>
      permission.name.endsWith('.update')
        ? when(incidentConditions.isOwner(payers))(permission)
        : allowAll();
    expect((await get('INC-0001')).may).toEqual({ update: true });
    expect((await get('INC-0002')).may).toEqual({
      update: false,
      who: 'group:default/finders',
    });
    await stop();
  });

  it('are asked for both incidents of a merge, and for alerts that are declared from', async () => {
    const { stop, world, merge, declare, bulk } = await start();
    world.decide = when(incidentConditions.isOwner(payers));
    expect(await refusalOf(merge('INC-0001', 'INC-0002'))).toMatch(/^403/);
    expect(await refusalOf(merge('INC-0002', 'INC-0001'))).toMatch(/^403/);
    expect(
      await refusalOf(bulk({ ids: ['INC-0001'], mergeInto: 'INC-0002' })),
    ).toMatch(/^403/);
    expect(await refusalOf(declare({ alertIds: [alertIds[1]] }))).toMatch(
      /^403/,
    );
    expect((await merge('INC-0001', 'INC-0003')).id).toBe('INC-0003');
    await stop();
  });

  it('combine conditions in SQL, incidents of nobody included', async () => {
    const { stop, world, list, alerts } = await start();
    const ids = async () =>
      (await list()).items.map(item => item.id.slice(-1)).join('');
    const owner = incidentConditions.isOwner(payers);
    const discovery = incidentConditions.isInSystem({
      systems: ['system:default/discovery'],
    });
    for (const [criteria, expected] of [
      [{ anyOf: [owner, discovery] }, '321'],
      [{ allOf: [owner, discovery] }, '3'],
      [{ not: owner }, '42'],
      [{ allOf: [{ not: owner }, { not: discovery }] }, '4'],
      [incidentConditions.isOwner({ claims: [] }), ''],
    ] as [Criteria, string][]) {
      world.decide = when(criteria);
      expect(await ids()).toBe(expected);
    }
    world.decide = permission =>
      createAlertConditionalDecision(permission as typeof alertReadPermission, {
        anyOf: [
          alertConditions.isUnresolved(),
          { not: alertConditions.isOwner(payers) },
        ],
      });
    expect((await alerts()).items.map(({ name }) => name)).toEqual(['C', 'B']);
    await stop();
  });

  it('are told to the permission system with their rules and resources', async () => {
    const { stop, call, world } = await start();
    world.decide = deny;
    const metadata = await (
      await call('/.well-known/backstage/permissions/metadata')
    ).json();
    expect(
      metadata.rules.map(
        (rule: { name: string; resourceType: string }) =>
          `${rule.resourceType} ${rule.name}`,
      ),
    ).toEqual([
      'incidents-incident IS_OWNER',
      'incidents-incident IS_IN_SYSTEM',
      'incidents-alert IS_OWNER',
      'incidents-alert IS_UNRESOLVED',
    ]);
    expect(
      metadata.permissions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual(incidentsPermissions.map(({ name }) => name).sort());
    await stop();
  });
});
