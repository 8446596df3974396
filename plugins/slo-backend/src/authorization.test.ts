import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  sloObjectiveReadPermission,
  sloPermissions,
} from '@ghostlight/plugin-slo-common';
import { component, pushedSlo, slo, system } from './__testUtils__/entities';
import { lastMinutes, push } from './__testUtils__/pushMinutes';
import { refusalOf } from './__testUtils__/refusalOf';
import { startSlo, type World } from './__testUtils__/startSlo';
import { createSloConditionalDecision, sloConditions } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mine = 'slo:default/payments-availability';
const theirs = 'slo:default/search-availability';
const payers = { claims: ['group:default/payers', 'user:default/mock'] };
const deny: World['decide'] = () => ({ result: AuthorizeResult.DENY });

function when(
  criteria: PermissionCriteria<PermissionCondition<'slo-objective'>>,
): World['decide'] {
  return (permission: ResourcePermission): PolicyDecision =>
    createSloConditionalDecision(
      permission as typeof sloObjectiveReadPermission,
      criteria,
    );
}

describe.each(databases.eachSupportedId())('permissions on %s', id => {
  async function start(decide: World['decide']) {
    const world: World = {
      entities: [
        system('shop', 'retail'),
        component('payments'),
        component('search', { owner: 'finders', system: 'discovery' }),
        component('orphan', { owner: 'nobody' }),
        component('unmeasured'),
        pushedSlo('payments-availability', 'payments'),
        pushedSlo('search-availability', 'search'),
        // Measures what is not in the catalog, so nobody owns it.
        pushedSlo('ghost-availability', 'ghost'),
        slo('broken', 'payments', { objectives: [] }),
      ],
      decide,
    };
    const slos = await startSlo({ knex: await databases.init(id), world });
    await slos.follow();
    await slos.tick();
    return { ...slos, world };
  }

  it('refuses everything to whom the policy denies it', async () => {
    const { backend, client, call, world, actions, audit } = await start(deny);
    const until = Math.floor(Date.now() / 1000) + 3600;
    const body = (value: object) => ({
      method: 'POST',
      body: JSON.stringify(value),
    });
    for (const [path, init] of [
      ['/v1/objectives'],
      [`/v1/objectives/${encodeURIComponent(mine)}`],
      [`/v1/objectives/${encodeURIComponent(mine)}/series`],
      [`/v1/objectives/${encodeURIComponent(mine)}/measurement?from=1&to=60`],
      ['/v1/summary?by=owner'],
      ['/v1/gate?entityRef=component:default/payments'],
      ['/v1/rules?entityRef=component:default/payments'],
      ['/v1/alerts'],
      ['/v1/findings?entityRef=component:default/payments'],
      ['/v1/signals?entityRef=component:default/payments'],
      ['/v1/corrections?entityRef=component:default/payments'],
      ['/v1/overrides?entityRef=component:default/payments'],
      ['/v1/samples', body({ samples: lastMinutes(mine, { minutes: 1 }) })],
      [
        '/v1/corrections',
        body({
          ref: mine,
          from: until,
          to: until + 60,
          kind: 'incident',
          reason: 'Why',
        }),
      ],
      [
        '/v1/overrides',
        body({ entityRef: 'payments', verdict: 'allow', reason: 'Why', until }),
      ],
      ['/v1/overrides/x', { method: 'DELETE' }],
      ['/v1/corrections/x', { method: 'DELETE' }],
    ] as [string, RequestInit?][]) {
      const answer = await call(path, init);
      expect(`${path} ${answer.status}`).toBe(`${path} 403`);
    }
    for (const name of ['slo-status', 'slo-gate', 'slo-list-burning'])
      await expect(
        actions.invoke({
          id: `test:${name}`,
          input: { entityRef: 'payments' },
        }),
      ).rejects.toThrow(/permission slo.objective.read/);
    expect(new Set(audit.map(({ outcome }) => outcome))).toEqual(
      new Set(['fail']),
    );

    world.decide = permission =>
      permission.name === sloPermissions[0].name
        ? { result: AuthorizeResult.ALLOW }
        : deny(permission);
    const { data } = await client().GET('/v1/objectives');
    expect(data!.totalItems).toBe(3);
    expect(
      await refusalOf(push(client(), lastMinutes(mine, { minutes: 1 }))),
    ).toMatch(/403 .*slo.sample.write/);
    await backend.stop();
  });

  it('shows and changes what the caller owns, in lists and one by one', async () => {
    const { backend, client, call } = await start(
      when(sloConditions.isEntityOwner(payers)),
    );
    const { data: list } = await client().GET('/v1/objectives');
    expect(list!.items.map(item => item.ref)).toEqual([mine]);
    expect(list).toMatchObject({ totalItems: 1, counts: { 'no-data': 1 } });
    const { data: summary } = await client().GET('/v1/summary', {
      params: { query: { by: 'owner' } },
    });
    expect(summary).toMatchObject({
      services: 1,
      items: [{ ref: 'group:default/payers' }],
    });

    const result = await push(client(), [
      ...lastMinutes(mine, { bad: 0.5 }),
      ...lastMinutes(theirs, { minutes: 1 }),
    ]);
    expect(result).toMatchObject({
      accepted: 60,
      rejected: [{ index: 60, field: 'ref' }],
    });
    const { data: alerts } = await client().GET('/v1/alerts');
    expect(new Set(alerts!.items.map(alert => alert.ref))).toEqual(
      new Set([mine]),
    );

    for (const [path, status] of [
      [`/v1/objectives/${encodeURIComponent(mine)}`, 200],
      [`/v1/objectives/${encodeURIComponent(theirs)}`, 403],
      ['/v1/objectives/slo:default%2Fghost-availability', 403],
      ['/v1/objectives/slo:default%2Fnone', 404],
      ['/v1/gate?entityRef=payments', 200],
      ['/v1/gate?entityRef=search', 403],
      // Without objectives the catalog says whose it is.
      ['/v1/gate?entityRef=unmeasured', 200],
      ['/v1/gate?entityRef=orphan', 403],
      ['/v1/gate?entityRef=unknown', 403],
      ['/v1/findings?entityRef=payments', 200],
    ] as const)
      expect(`${path} ${(await call(path)).status}`).toBe(`${path} ${status}`);

    const from = Math.floor(Date.now() / 1000) - 3600;
    const correct = (subject: object) =>
      client().POST('/v1/corrections', {
        body: {
          ...subject,
          from,
          to: from + 600,
          kind: 'incident',
          reason: 'Why',
        },
      });
    expect((await correct({ ref: mine })).response.status).toBe(201);
    expect(await refusalOf(correct({ ref: theirs }))).toMatch(/^403/);
    // Naming one's own entity beside another's objective does not help.
    expect(
      await refusalOf(correct({ ref: theirs, entityRef: 'payments' })),
    ).toMatch(/^403/);
    await backend.stop();
  });

  it('combines conditions in SQL, rows without an owner included', async () => {
    const { backend, client, world } = await start(deny);
    const refs = async () =>
      (
        await client().GET('/v1/objectives', {
          params: { query: { orderBy: 'title' } },
        })
      ).data!.items.map(item => item.ref);
    const owner = sloConditions.isEntityOwner(payers);
    const discovery = sloConditions.isInSystem({
      systems: ['system:default/discovery'],
    });
    world.decide = when({ anyOf: [owner, discovery] });
    expect(await refs()).toEqual([mine, theirs]);
    world.decide = when({ allOf: [owner, discovery] });
    expect(await refs()).toEqual([]);
    world.decide = when({ not: owner });
    expect(await refs()).toEqual(['slo:default/ghost-availability', theirs]);
    world.decide = when({ allOf: [{ not: owner }, { not: discovery }] });
    expect(await refs()).toEqual(['slo:default/ghost-availability']);
    world.decide = when(sloConditions.isEntityOwner({ claims: [] }));
    expect(await refs()).toEqual([]);
    await backend.stop();
  });

  it('tells the permission system its rules and resources', async () => {
    const { backend, call } = await start(deny);
    const metadata = await (
      await call('/.well-known/backstage/permissions/metadata')
    ).json();
    expect(metadata.rules.map((rule: { name: string }) => rule.name)).toEqual([
      'IS_ENTITY_OWNER',
      'IS_IN_SYSTEM',
    ]);
    expect(metadata.permissions).toHaveLength(sloPermissions.length);
    await backend.stop();
  });
});
