import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { RESOURCE_TYPE_RELEASE } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import { bodyOf, callsOf, payments } from './__testUtils__/calls';
import { component } from './__testUtils__/entities';
import { refusalOf } from './__testUtils__/refusalOf';
import type { World } from './__testUtils__/startDelivery';
import { startPayments } from './__testUtils__/startPayments';
import { createReleaseConditionalDecision, releaseConditions } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const search = 'component:default/search';
const { isEntityOwner, isInSystem, hasEnvironment } = releaseConditions;
type Criteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_RELEASE>
>;

/** Conditions for what concerns an entity in an environment; the rest is allowed. */
const when =
  (criteria: Criteria) =>
  (permission: Permission): PolicyDecision =>
    permission.type === 'resource'
      ? createReleaseConditionalDecision(
          permission as ResourcePermission<typeof RESOURCE_TYPE_RELEASE>,
          criteria,
        )
      : { result: AuthorizeResult.ALLOW };

const ownedBy = (...claims: string[]) => isEntityOwner({ claims });
const payers = ownedBy('group:default/payers');

describe.each(databases.eachSupportedId())('permissions on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  afterEach(() => stop?.());

  /** Payments is the payers', search the finders' and in another system; both run in two environments. */
  async function start(decide?: World['decide']) {
    knex = await databases.init(id);
    const started = await startPayments(knex, {
      withoutMetrics: true,
      entities: [
        component('payments'),
        component('search', { owner: 'finders', system: 'discovery' }),
      ],
      driver: {
        runs: {
          [payments]: ['production', 'staging'],
          [search]: ['production', 'staging'],
        },
      },
    });
    ({ stop } = started);
    const { platform, ship, world } = started;
    for (const name of ['payments', 'search'])
      for (const environment of ['production', 'staging']) {
        platform.run(`${environment}/${name}`, 'v1', 'v2', 'v3');
        await ship({
          entityRef: `component:default/${name}`,
          environment,
          version: 'v3',
          startedAt: new Date(Date.now() - 3600_000).toISOString(),
        });
      }
    world.decide = decide;
    return started;
  }

  it('refuse everything to whom the policy denies it, and audit that', async () => {
    const { call, world, plan, apply, audit, platform } = await start();
    const { id: planId } = await plan();
    const { id: rollbackId } = await apply(
      (
        await plan({ environment: 'staging' })
      ).id,
    );
    const before = platform.effects.length;
    world.decide = () => ({ result: AuthorizeResult.DENY });
    audit.length = 0;
    const place = { entityRef: payments, environment: 'production' };
    const until = '2999-01-01T00:00:00Z';
    const rollback = { planId, lane: 'fake', reason: 'It fails' };
    const flagger = { name: 'a', namespace: 'b', metadata: place };
    for (const [path, body] of [
      ['/v1/feed'],
      ['/v1/changes'],
      ['/v1/changes/x'],
      [`/v1/deployments?entityRef=${payments}`],
      ['/v1/deployments/x'],
      [`/v1/lanes?entityRef=${payments}`],
      ['/v1/overview'],
      ['/v1/sources'],
      ['/v1/rollbacks/plan', place],
      [`/v1/rollbacks/plan/${planId}`],
      ['/v1/rollbacks'],
      ['/v1/rollbacks', rollback],
      ['/v1/rollbacks', { ...rollback, dryRun: true }],
      [`/v1/rollbacks/${rollbackId}`],
      [`/v1/rollbacks/${rollbackId}/journal`],
      [`/v1/rollbacks/${rollbackId}/decision`, { approve: true }],
      [`/v1/rollbacks/${rollbackId}/cancel`, { reason: 'No' }],
      ['/v1/ledger/verification'],
      ['/v1/rollouts'],
      ['/v1/rollouts', { ...place, image: 'a:b' }],
      ['/v1/rollouts/x'],
      ['/v1/rollouts/x/actions', { action: 'abort' }],
      ['/v1/rollouts/x/decision', { approve: true }],
      ['/v1/watches'],
      ['/v1/watches/x'],
      ['/v1/watches/x/cancel', { reason: 'No' }],
      [`/v1/gate?entityRef=${payments}`],
      ['/v1/gate/flagger/confirm-rollout', flagger],
      ['/v1/gate/overrides'],
      ['/v1/gate/overrides', { ...place, reason: 'Hotfix', until }],
      [`/v1/gate/approvals?entityRef=${payments}`],
      ['/v1/gate/approvals', { ...place, version: 'v3' }],
      [`/v1/gate/evaluations?entityRef=${payments}`],
      [
        '/v1/gate/evaluations',
        { entityRef: payments, version: 'v', suite: 's', passed: 1, total: 1 },
      ],
      ['/v1/freezes'],
      ['/v1/freezes', { title: 'a', from: '2026-01-01T00:00:00Z', until }],
      ['/v1/dora'],
      ['/v1/dora.csv'],
      ['/v1/changes/ci', { entityRef: payments, version: 'v4' }],
    ] as const) {
      const init = body && { method: 'POST', body: JSON.stringify(body) };
      const { status } = await call(path, init);
      expect(`${path} ${status}`).toBe(`${path} 403`);
    }
    const { status } = await call('/v1/freezes/x', { method: 'DELETE' });
    expect(status).toBe(403);
    expect(
      audit.filter(
        ({ eventId, outcome }) =>
          outcome === 'success' && !/rollback-(act|read)/.test(eventId),
      ),
    ).toEqual([]);
    expect(audit).toContainEqual(
      expect.objectContaining({ eventId: 'rollback-request', outcome: 'fail' }),
    );
    expect(platform.effects.length - before).toBeLessThanOrEqual(1);
  });

  it('want a credential everywhere but for the keys', async () => {
    const { baseUrl } = await start();
    for (const [path, status] of [
      ['/v1/changes', 401],
      ['/v1/changes/x', 401],
      ['/v1/rollbacks', 401],
      ['/v1/gate?entityRef=a', 401],
      ['/v1/gate/keys', 200],
    ] as const) {
      const answer = await fetch(`${baseUrl}${path}`, {
        headers: { Authorization: 'Bearer wrong' },
      });
      const anonymous = await fetch(`${baseUrl}${path}`, {
        headers: { Authorization: 'Bearer mock-none-token' },
      });
      expect([path, answer.status, anonymous.status]).toEqual([
        path,
        status,
        status,
      ]);
    }
  });

  it('let owners press alone, and tell the others who may', async () => {
    const { as, platform, client } = await start((permission, caller) =>
      permission.attributes.action === 'read'
        ? { result: AuthorizeResult.ALLOW }
        : when(
            ownedBy(
              caller === 'user:default/ann'
                ? 'group:default/payers'
                : 'group:default/finders',
            ),
          )(permission),
    );
    const [ann, finn] = [as('user:default/ann'), as('user:default/finn')];
    const planned = await finn.plan();
    expect(planned.may).toEqual({
      allowed: false,
      who: ['group:default/payers'],
      why: {
        code: 'may.owner',
        text: 'Only group:default/payers may do this.',
        params: { owner: 'group:default/payers' },
      },
    });
    const refused =
      '403 You do not have the permission delivery.rollback.apply for this';
    expect(await refusalOf(finn.apply(planned.id))).toBe(refused);
    // To try it out changes nothing.
    await finn.ended((await finn.apply(planned.id, { dryRun: true })).id);
    expect(platform.effects).toEqual([]);
    expect((await ann.getPlan(planned.id)).may.allowed).toBe(true);
    const { id: rollbackId } = await ann.apply(planned.id);
    const shown = await finn.get(rollbackId);
    expect(shown.may).toMatchObject({
      approve: { allowed: false, who: ['group:default/payers'] },
      cancel: { allowed: false },
    });
    expect(await refusalOf(finn.cancel(rollbackId))).toBe(refused);
    expect(await refusalOf(finn.decide(rollbackId, true))).toMatch(/^403/);
    await ann.ended(rollbackId);
    expect(platform.effects).toHaveLength(1);
    const lanes = bodyOf(
      await client('user:default/finn').request('get', '/v1/lanes', {
        params: { query: { entityRef: payments } },
      }),
    );
    expect(lanes.items.map(lane => lane.mayRollBack.allowed)).toEqual([
      false,
      false,
    ]);
  });

  it('go by environment', async () => {
    const { plan, apply } = await start(permission =>
      permission.name === 'delivery.rollback.apply'
        ? when({
            allOf: [payers, hasEnvironment({ environments: ['staging'] })],
          })(permission)
        : { result: AuthorizeResult.ALLOW },
    );
    const staging = await plan({ environment: 'staging' });
    const production = await plan();
    expect([staging.may.allowed, production.may.allowed]).toEqual([
      true,
      false,
    ]);
    expect(await refusalOf(apply(production.id))).toMatch(/^403/);
    expect((await apply(staging.id)).environment).toBe('staging');
    // Somebody else's, in the right environment.
    const other = await plan({ entityRef: search, environment: 'staging' });
    expect(await refusalOf(apply(other.id))).toMatch(/^403/);
  });

  it.each<[string, Criteria, string[]]>([
    ['an owner', payers, ['payments production', 'payments staging']],
    [
      'a system',
      isInSystem({ systems: ['system:default/discovery'] }),
      ['search production', 'search staging'],
    ],
    [
      'an environment',
      hasEnvironment({ environments: ['staging'] }),
      ['payments staging', 'search staging'],
    ],
    ['nobody else’s', { not: payers }, ['search production', 'search staging']],
    [
      'one of two',
      { anyOf: [ownedBy('group:default/none'), isInSystem({ systems: [] })] },
      [],
    ],
  ])('show in lists what is of %s', async (_, criteria, shown) => {
    const { plan, apply, ended, world, ...started } = await start();
    for (const entityRef of [payments, search])
      for (const environment of ['production', 'staging']) {
        const { id: planId } = await plan({ entityRef, environment });
        await ended((await apply(planId)).id);
      }
    const overrideOf = (entityRef: string, environment: string) => ({
      ...{ entityRef, environment, reason: 'Hotfix' },
      until: new Date(Date.now() + 3600_000).toISOString(),
    });
    const client = started.client();
    for (const entityRef of [payments, search])
      for (const environment of ['production', 'staging'])
        await client.request('post', '/v1/gate/overrides', {
          body: overrideOf(entityRef, environment),
        });
    world.decide = when(criteria);
    const placesOf = (items: { entityRef?: string; environment: string }[]) =>
      [
        ...new Set(
          items.map(
            ({ entityRef = '', environment }) =>
              `${entityRef.split('/')[1]} ${environment}`,
          ),
        ),
      ].sort();
    const query = {};
    const [rollbacks, changes, feed, overview, overrides] = await Promise.all([
      client.request('get', '/v1/rollbacks', { params: { query } }),
      client.request('get', '/v1/changes', { params: { query } }),
      client.request('get', '/v1/feed', { params: { query } }),
      client.request('get', '/v1/overview', { params: { query } }),
      client.request('get', '/v1/gate/overrides', { params: { query } }),
    ]);
    expect(placesOf(bodyOf(rollbacks).items)).toEqual(shown);
    expect(placesOf(bodyOf(changes).items)).toEqual(shown);
    expect(placesOf(bodyOf(feed).items.map(({ change }) => change))).toEqual(
      shown,
    );
    expect(placesOf(bodyOf(overview).items)).toEqual(shown);
    expect(placesOf(bodyOf(overrides).items)).toEqual(shown);
    const one = callsOf(client);
    const seen = await Promise.all(
      ['RB-0001', 'RB-0002', 'RB-0003', 'RB-0004'].map(of =>
        refusalOf(one.get(of)),
      ),
    );
    expect(seen.filter(said => said === 'no refusal')).toHaveLength(
      shown.length,
    );
  });
});
