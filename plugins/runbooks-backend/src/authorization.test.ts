import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createRunbooksClient,
  type RESOURCE_TYPE_TARGET,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { bodyOf, callsOf } from './__testUtils__/calls';
import { component, payments, policy, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { policyCallsOf } from './__testUtils__/policyCalls';
import { refusalOf } from './__testUtils__/refusalOf';
import { startRunbooks, type World } from './__testUtils__/startRunbooks';
import { createTargetConditionalDecision, targetConditions } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const search = 'component:default/search';
const ann = 'user:default/ann';
const bob = 'user:default/bob';
const { isEntityOwner, hasEnvironment } = targetConditions;
type Criteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_TARGET>
>;
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const payers = isEntityOwner({ claims: ['group:default/payers'] });

/** Conditions for what concerns an entity in an environment; the rest is allowed. */
const when =
  (criteria: Criteria) =>
  (permission: Permission): PolicyDecision =>
    permission.type === 'resource'
      ? createTargetConditionalDecision(
          permission as ResourcePermission<typeof RESOURCE_TYPE_TARGET>,
          criteria,
        )
      : allow;

/** Everybody reads; who owns it does the rest, and nobody stops everything. */
const ownersAct: World['decide'] = (permission, caller) => {
  if (permission.attributes.action === 'read') return allow;
  if (permission.name === 'runbooks.remediation.stop')
    return caller === bob ? allow : deny;
  const claims = [ann, bob].includes(caller) ? ['group:default/payers'] : [];
  return when(isEntityOwner({ claims }))(permission);
};

function ofFinders(entity: Entity): Entity {
  return {
    ...entity,
    relations: [{ type: 'ownedBy', targetRef: 'group:default/finders' }],
  };
}

const steps = [
  { id: 'look', manual: 'Look', timeout: '10m' },
  { id: 'ok', approval: 'Go on?', timeout: '10m' },
  {
    id: 'switch',
    action: 'test:switch',
    input: { name: 'x' },
    timeout: '1m',
  },
];
const policySpec = {
  triggers: [{ alert: 'Errors' }],
  do: [{ action: 'test:switch', input: { name: 'x' } }],
};

describe.each(databases.eachSupportedId())('permissions on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  afterEach(() => stop?.());

  /** Payments is the payers', search the finders'; each has a runbook, a policy, a run and a proposal. */
  async function start(decide?: World['decide']) {
    knex = await databases.init(id);
    const place = FakePlace.create();
    const world: World = {
      entities: [
        component('payments'),
        component('search', { owner: 'finders' }),
        runbook('pay', { service: 'payments', owner: 'payers', steps }),
        ofFinders(
          runbook('find', { service: 'search', owner: 'finders', steps }),
        ),
        ofFinders(runbook('anywhere', { owner: 'finders', steps })),
        policy('pay', { owner: 'payers', ...policySpec }),
        ofFinders(policy('find', { owner: 'finders', ...policySpec })),
      ],
    };
    const started = await startRunbooks({
      knex,
      world,
      actions: [place.action('test:switch')],
    });
    ({ stop } = started);
    const as = (userRef?: string) => ({
      ...policyCallsOf(started.client(userRef)),
      ...callsOf(started.client(userRef)),
      decideAttempt: policyCallsOf(started.client(userRef)).decide,
    });
    const token = createRunbooksClient({
      baseUrl: started.baseUrl,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', mockCredentials.service.header());
        headers.set('Content-Type', 'application/json');
        return fetch(input, { ...init, headers });
      },
    });
    const ofTheirs = as();
    const runs = [];
    for (const [runbookRef, environment] of [
      ['runbook:default/pay', 'production'],
      ['runbook:default/find', 'production'],
      ['runbook:default/pay', 'staging'],
    ])
      runs.push((await ofTheirs.start({ runbookRef, environment })).id);
    const proposals = [];
    for (const entityRef of [payments, search])
      proposals.push(
        await ofTheirs.propose({
          action: 'test:switch',
          input: { name: 'x' },
          entityRef,
          reason: 'It is stuck',
        }),
      );
    for (const { id: run } of proposals) expect(run).toMatch(/^REM-/);
    world.decide = decide;
    return {
      ...started,
      place,
      world,
      as,
      token: {
        ...callsOf(token),
        decideAttempt: policyCallsOf(token).decide,
      },
      payRun: runs[0],
      findRun: runs[1],
      payAttempt: proposals[0].id,
      findAttempt: proposals[1].id,
    };
  }

  it('refuse everything to whom the policy denies it, and audit that', async () => {
    const { call, audit, payRun, payAttempt } = await start(() => deny);
    const answers = [];
    const asked = [
      ['GET', '/v1/runbooks'],
      ['GET', '/v1/runbooks/runbook%3Adefault%2Fpay'],
      ['GET', `/v1/suggestions?entityRef=${payments}`],
      ['GET', '/v1/actions'],
      ['GET', '/v1/documents'],
      ['GET', '/v1/executions'],
      ['GET', `/v1/executions/${payRun}`],
      ['GET', `/v1/executions/${payRun}/journal`],
      ['GET', '/v1/ledger/verification'],
      ['GET', '/v1/policies'],
      ['GET', '/v1/policies/remediationpolicy%3Adefault%2Fpay'],
      ['GET', '/v1/attempts'],
      ['GET', `/v1/attempts/${payAttempt}`],
      ['GET', '/v1/switches'],
      ['GET', '/v1/remediation-metrics'],
      ['GET', '/v1/approvals'],
      ['POST', '/v1/executions/plan', { runbookRef: 'pay' }],
      ['POST', '/v1/executions', { runbookRef: 'pay' }],
      ['POST', '/v1/executions', { runbookRef: 'none', dryRun: true }],
      ['POST', `/v1/executions/${payRun}/answers`, { stepId: 'look' }],
      ['POST', `/v1/executions/${payRun}/controls`, { action: 'pause' }],
      ['POST', `/v1/executions/${payRun}/decision`, { approve: true }],
      ['POST', `/v1/attempts/${payAttempt}/decision`, { approve: true }],
      [
        'POST',
        '/v1/proposals',
        { action: 'test:switch', entityRef: payments, reason: 'For a test' },
      ],
      [
        'PUT',
        '/v1/switches',
        { scope: 'all', on: false, reason: 'For a test' },
      ],
    ] as const;
    for (const [method, path, body] of asked) {
      const { status } = await call(path, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      answers.push([method, path, status]);
    }
    expect(answers).toEqual(asked.map(([method, path]) => [method, path, 403]));
    expect(
      audit
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ eventId }) => eventId),
    ).toEqual([
      'execution-start',
      'execution-start',
      'execution-answer',
      'execution-control',
      'execution-decide',
      'remediation-decide',
      'remediation-propose',
      'remediation-switch',
    ]);
  });

  it('narrow lists, counts and single things to what the caller may see', async () => {
    const { as, world, client, findRun, findAttempt } = await start();
    const mine = as();
    const pages = async () => {
      const get = client();
      const [runbooks, documents, runs, metrics] = await Promise.all([
        get.request('get', '/v1/runbooks').then(bodyOf),
        get.request('get', '/v1/documents').then(bodyOf),
        get.request('get', '/v1/executions').then(bodyOf),
        get.request('get', '/v1/remediation-metrics').then(bodyOf),
      ]);
      return {
        runbooks: [runbooks.total, ...runbooks.items.map(({ title }) => title)],
        documents: documents.items.map(({ ref }) => ref.split('/')[1]),
        runs: runs.items.map(one => `${one.title} ${one.environment}`),
        policies: (await mine.policies()).map(({ title }) => title),
        attempts: (await mine.attempts()).map(({ entityRef }) => entityRef),
        approvals: (await mine.approvals()).items.map(
          ({ entityRef }) => entityRef,
        ),
        proposed: metrics.policies.length,
        off: (await mine.switches())
          .filter(({ on }) => !on)
          .map(({ scope }) => scope),
      };
    };
    for (const name of ['pay', 'find'])
      await mine.turn(`remediationpolicy:default/${name}`, false);
    const all = await pages();
    expect(all).toMatchObject({
      runbooks: [3, 'anywhere', 'find', 'pay'],
      runs: ['pay staging', 'find production', 'pay production'],
      policies: ['find', 'pay'],
      attempts: [search, payments],
      off: ['remediationpolicy:default/find', 'remediationpolicy:default/pay'],
    });

    const ofPayers = {
      runbooks: [1, 'pay'],
      documents: ['pay'],
      runs: ['pay staging', 'pay production'],
      policies: ['pay'],
      attempts: [payments],
      approvals: [payments],
      proposed: 1,
      off: ['remediationpolicy:default/pay'],
    };
    world.decide = when(payers);
    expect(await pages()).toEqual(ofPayers);
    for (const hidden of [
      mine.get(findRun),
      mine.journal(findRun),
      mine.attempt(findAttempt),
    ])
      expect(await refusalOf(hidden)).toMatch(/^403 /);
    for (const [path, ref] of [
      ['/v1/runbooks/{ref}', 'runbook:default/find'],
      ['/v1/policies/{ref}', 'remediationpolicy:default/find'],
    ] as const)
      expect(
        await refusalOf(
          client().request('get', path, { params: { path: { ref } } }),
        ),
      ).toMatch(/^404 /);
    // Nobody plans or runs what they may not read, also not for what is theirs.
    const hidden = { runbookRef: 'anywhere', entityRef: payments };
    for (const refused of [
      mine.plan(hidden),
      mine.start(hidden),
      mine.propose({ ...hidden, reason: 'For a test' }),
    ])
      expect(await refusalOf(refused)).toMatch(/^404 No runbook/);

    world.decide = when({ not: payers });
    expect(await pages()).toMatchObject({
      runbooks: [2, 'anywhere', 'find'],
      runs: ['find production'],
      attempts: [search],
    });
    world.decide = when(hasEnvironment({ environments: ['staging'] }));
    // Documents are of no environment.
    expect(await pages()).toMatchObject({
      runbooks: [3, 'anywhere', 'find', 'pay'],
      runs: ['pay staging'],
      attempts: [],
    });
  });

  it('let owners run, answer and cancel what is theirs, and tell others who may', async () => {
    const { as, audit, payRun, findRun } = await start(ownersAct);
    const [owner, other] = [as(ann), as()];
    const request = { runbookRef: 'pay' };
    expect(await other.plan(request)).toMatchObject({
      may: {
        allowed: false,
        who: ['group:default/payers'],
        why: { code: 'may.owner' },
      },
    });
    expect((await owner.plan(request)).may.allowed).toBe(true);
    const pause = { action: 'pause' } as const;
    const done = { stepId: 'look', done: true };
    for (const refused of [
      other.start(request),
      other.control(payRun, pause),
      other.answer(payRun, done),
      owner.start({ runbookRef: 'find' }),
      owner.start({ runbookRef: 'anywhere', entityRef: search }),
      owner.start({ runbookRef: 'anywhere' }),
      owner.control(findRun, pause),
    ])
      expect(await refusalOf(refused)).toMatch(/^403 .*execution.run/);
    expect((await other.get(payRun)).may).toMatchObject({
      control: { allowed: false, who: ['group:default/payers'] },
      decide: { allowed: false },
    });
    // It changes nothing, so reading is enough.
    const dry = await other.start({ ...request, dryRun: true });
    expect((await other.ended(dry.id)).state).toBe('succeeded');
    await owner.until(payRun, 'waiting');
    await owner.answer(payRun, done);
    await owner.control(payRun, { action: 'cancel', reason: 'Enough' });
    expect((await owner.ended(payRun)).state).toBe('cancelled');
    expect(
      audit.filter(
        ({ eventId, outcome }) =>
          eventId === 'execution-start' && outcome === 'fail',
      ),
    ).toHaveLength(4);
  });

  it('have people approve who are named, and never a token or who asked', async () => {
    const { as, token, payRun, payAttempt, place, world } = await start();
    await as().until(payRun, 'waiting');
    await as().answer(payRun, { stepId: 'look', done: true });
    const waiting = await as().until(payRun, 'waiting');
    expect(waiting.runSteps[1].asks).toMatchObject({ kind: 'approval' });
    const approve = { stepId: 'ok', approve: true };
    expect(await refusalOf(token.answer(payRun, approve))).toMatch(
      /403 .*not a token/,
    );
    expect(await refusalOf(as().answer(payRun, approve))).toMatch(
      /403 .*payers/,
    );
    // Where nobody is named it is up to the owners, whoever else has the permission.
    const { id: annsRun } = await as(ann).start({ runbookRef: 'pay' });
    await as().until(annsRun, 'waiting');
    await as().answer(annsRun, { stepId: 'look', done: true });
    await as().until(annsRun, 'waiting');
    expect(await refusalOf(as().answer(annsRun, approve))).toMatch(
      /403 .*Only group:default\/payers/,
    );
    expect(await refusalOf(token.decideAttempt(payAttempt, true))).toMatch(
      /403 .*not a token/,
    );
    expect(await refusalOf(as().decideAttempt(payAttempt, true))).toMatch(
      /403 .*payers|403 .*somebody else/,
    );
    world.decide = ownersAct;
    await as(ann).answer(payRun, approve);
    expect((await as().ended(payRun)).state).toBe('succeeded');
    await as(bob).answer(annsRun, approve);
    expect((await as().ended(annsRun)).state).toBe('succeeded');
    const { items, mine } = await as(ann).approvals();
    expect(items.map(item => [item.id, item.may.allowed])).toEqual(
      expect.arrayContaining([[payAttempt, true]]),
    );
    expect(mine).toBe(1);
    expect((await as().approvals()).mine).toBe(0);
    expect(place.effects).toHaveLength(2);
  });

  it('let owners switch what is theirs, and only who may stop everything', async () => {
    const { as, audit } = await start(ownersAct);
    const ours = 'remediationpolicy:default/pay';
    expect(await refusalOf(as().turn(ours, false))).toMatch(/^403/);
    expect(
      await refusalOf(as(ann).turn('remediationpolicy:default/find', false)),
    ).toMatch(/^403/);
    expect(await refusalOf(as(ann).turn('all', false))).toMatch(/^403/);
    expect(
      await refusalOf(as(bob).turn('remediationpolicy:default/none', false)),
    ).toMatch(/^404/);
    expect((await as(ann).turn(ours, false)).on).toBe(false);
    await as(bob).turn('all', false);
    const policies = await as().policies();
    expect(
      policies.map(({ title, switch: { on }, may }) => [
        title,
        on,
        may.switch.allowed,
      ]),
    ).toEqual([
      ['find', true, false],
      ['pay', false, false],
    ]);
    expect(await as().switches()).toMatchObject([
      { scope: 'all', on: false, by: bob, reason: 'For a test' },
      { scope: ours, on: false, by: ann },
    ]);
    expect(
      audit
        .filter(({ eventId }) => eventId === 'remediation-switch')
        .map(({ outcome }) => outcome)
        .filter(outcome => outcome !== 'begun'),
    ).toEqual(['fail', 'fail', 'fail', 'fail', 'success', 'success']);
  });
});
