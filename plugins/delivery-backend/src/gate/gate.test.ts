import { TestDatabases } from '@backstage/backend-test-utils';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import type {
  GateCheck,
  OverrideRequest,
} from '@ghostlight/plugin-delivery-common';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { Knex } from 'knex';
import { bodyOf, payments } from '../__testUtils__/calls';
import { component } from '../__testUtils__/entities';
import { notInstalled, responseError } from '../__testUtils__/notInstalled';
import { refusalOf } from '../__testUtils__/refusalOf';
import type { StartOptions } from '../__testUtils__/startDelivery';
import { startPayments } from '../__testUtils__/startPayments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const place = { entityRef: payments, environment: 'production' };
const soon = () => new Date(Date.now() + 3600_000).toISOString();
const absent = notInstalled();

/** What the slo plugin says of the budget, and of what depends on it. */
function sloSaying(
  verdict: 'allow' | 'warn' | 'deny',
  burning: string[] = [],
): StartOptions['slo'] {
  return {
    getGate: async entityRef => ({
      entityRef,
      asOf: 1_795_000_000,
      verdict,
      policy: { ref: 'errorbudgetpolicy:default/usual', title: 'Usual' },
      recommendations: [],
      checks: [{ id: 'spent', title: 'Budget spent', verdict, evidence: {} }],
    }),
    listObjectives: async () =>
      ({ items: burning.map(entityRef => ({ entityRef })) } as never),
  };
}

function incidentsSaying(
  severities: string[],
  findings: { critical?: number; high?: number } = {},
): StartOptions['incidents'] {
  return {
    ...absent.incidents,
    listIncidents: async () =>
      ({
        items: severities.map((severity, n) => ({
          id: `INC-000${n + 1}`,
          title: 'It burns',
          severity,
          entities: [{ entityRef: payments, role: 'origin' }],
          startedAt: '2026-11-21T12:00:00.000Z',
        })),
      } as never),
    listFindings: async () =>
      ({
        items: Object.entries(findings).flatMap(([severity, n]) =>
          Array.from({ length: n }, () => ({
            entityRef: payments,
            severity,
            rule: 'CVE-2026-1',
            title: 'Hole',
            lastSeenAt: '2026-11-21T12:00:00.000Z',
          })),
        ),
      } as never),
  };
}

const checker = (
  id: string,
  check: () => ReturnType<GateChecker['check']>,
): GateChecker => ({ id, title: id, check });

describe.each(databases.eachSupportedId())('the gate on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  afterEach(() => stop?.());

  async function start(options: Parameters<typeof startPayments>[1] = {}) {
    knex = await databases.init(id);
    const started = await startPayments(knex, options);
    ({ stop } = started);
    return { ...started, api: started.client() };
  }
  const verdictOf = (checks: GateCheck[], check: string) =>
    checks.find(one => one.id === check)?.verdict;

  it('lets out where the other families are not installed and nothing is asked for', async () => {
    const { gate } = await start();
    const said = await gate({ version: 'v4' });
    expect([said.verdict, said.said.code]).toEqual([
      'allow',
      'gate.release.allow',
    ]);
    expect(said.checks.map(check => [check.id, check.verdict])).toEqual([
      ['budget', 'off'],
      ['incidents', 'off'],
      ['freeze', 'pass'],
      ['approvals', 'off'],
      ['findings', 'off'],
      ['evaluation', 'off'],
      ['dependencies', 'off'],
    ]);
    expect(said.checks[0].said.code).toBe('gate.not-installed');
  });

  it.each<
    [string, Pick<StartOptions, 'slo' | 'incidents'>, string, string, string]
  >([
    ['a full budget', { slo: sloSaying('allow') }, 'budget', 'pass', 'allow'],
    ['a budget to heed', { slo: sloSaying('warn') }, 'budget', 'warn', 'warn'],
    ['a spent budget', { slo: sloSaying('deny') }, 'budget', 'fail', 'deny'],
    [
      'no incident',
      { incidents: incidentsSaying([]) },
      'incidents',
      'pass',
      'allow',
    ],
    [
      'a small one',
      { incidents: incidentsSaying(['SEV3']) },
      'incidents',
      'warn',
      'warn',
    ],
    [
      'a grave one',
      { incidents: incidentsSaying(['SEV1']) },
      'incidents',
      'fail',
      'warn',
    ],
    [
      'no finding',
      { incidents: incidentsSaying([]) },
      'findings',
      'pass',
      'allow',
    ],
    [
      'as many findings as are let through',
      { incidents: incidentsSaying([], { high: 10 }) },
      'findings',
      'pass',
      'allow',
    ],
    [
      'a critical finding',
      { incidents: incidentsSaying([], { critical: 1 }) },
      'findings',
      'fail',
      'deny',
    ],
    [
      'a burning dependency',
      { slo: sloSaying('allow', ['component:default/ledger']) },
      'dependencies',
      'warn',
      'warn',
    ],
    [
      'sound dependencies',
      { slo: sloSaying('allow') },
      'dependencies',
      'pass',
      'allow',
    ],
  ])('by %s', async (_, options, check, expected, verdict) => {
    const { gate } = await start({
      ...options,
      entities: [component('payments', { dependsOn: ['ledger'] })],
    });
    const said = await gate();
    const one = said.checks.find(of => of.id === check)!;
    expect([one.verdict, said.verdict]).toEqual([expected, verdict]);
    expect(one.howToPass !== undefined).toBe(
      expected === 'fail' || expected === 'warn',
    );
  });

  it('does not keep a rollback from going back', async () => {
    const { gate, plan, apply } = await start({
      slo: { ...sloSaying('deny'), listObjectives: absent.slo.listObjectives },
      incidents: incidentsSaying(['SEV1'], { critical: 3 }),
      delivery: {
        freezes: [{ title: 'Always', from: 'mon 00:00', until: 'mon 00:00' }],
        gate: {
          unknown: 'deny',
          checks: { incidents: 'deny', odd: 'deny' },
          approvals: { environments: ['production'] },
          evaluation: { environments: ['production'] },
        },
      },
      gateCheckers: [
        checker('odd', async () => {
          throw new Error('down');
        }),
      ],
    });
    expect((await gate()).verdict).toBe('deny');
    const back = await gate({ purpose: 'rollback' });
    expect([back.verdict, back.said.code]).toEqual([
      'warn',
      'gate.rollback.warn',
    ]);
    const planned = await plan();
    expect(planned.incidentIds).toEqual(['INC-0001']);
    expect((await apply(planned.id)).incidentId).toBe('INC-0001');
  });

  it('asks again when a rollback is applied, and heeds checks of modules', async () => {
    let verdict: 'pass' | 'fail' = 'pass';
    const odd = checker('odd', async () => ({
      verdict,
      said: { code: 'odd', text: 'The moon is full.' },
      evidence: [],
    }));
    const { gate, plan, apply, api } = await start({
      gateCheckers: [odd],
      delivery: { gate: { checks: { odd: 'deny' } } },
    });
    const { id: planId } = await plan();
    verdict = 'fail';
    expect((await gate()).said.text).toBe('No: The moon is full.');
    expect(await refusalOf(apply(planId))).toBe(
      '409 The gate says no: No: The moon is full. Override it, or wait',
    );
    await api.request('post', '/v1/gate/overrides', {
      body: { ...place, reason: 'We must go back', until: soon() },
    });
    expect((await apply(planId)).id).toBe('RB-0001');
  });

  it.each([
    ['warn', 'deny', 'unknown', 'warn'],
    ['deny', 'deny', 'unknown', 'deny'],
    ['deny', 'warn', 'unknown', 'warn'],
    ['off', 'deny', undefined, 'allow'],
  ])(
    'counts a check in mode %s that is too slow as it is told: %s',
    async (mode, unknown, expected, verdict) => {
      const { gate } = await start({
        gateCheckers: [checker('odd', () => new Promise(() => {}))],
        delivery: {
          gate: {
            // Long enough for the other checks, however busy the machine is.
            patience: { seconds: 3 },
            unknown,
            checks: { odd: mode },
          },
        },
      });
      const said = await gate();
      expect([verdictOf(said.checks, 'odd'), said.verdict]).toEqual([
        expected,
        verdict,
      ]);
    },
  );

  it('says unknown of a plugin that fails, and why', async () => {
    const { gate } = await start({
      slo: {
        ...absent.slo,
        getGate: async () => {
          throw await responseError(503, 'Service Unavailable');
        },
      },
    });
    const { checks, verdict } = await gate();
    expect([checks[0].verdict, verdict]).toEqual(['unknown', 'warn']);
    expect(checks[0].said.text).toMatch(/could not be checked: .*503/);
  });

  it('asks other plugins once for many, and again after what failed', async () => {
    let asked = 0;
    let down = true;
    const { gate } = await start({
      slo: {
        ...sloSaying('allow'),
        getGate: async entityRef => {
          asked += 1;
          if (down) throw new Error('down');
          return sloSaying('deny')!.getGate!(entityRef, {} as never);
        },
      },
    });
    await gate();
    down = false;
    asked = 0;
    const all = await Promise.all(Array.from({ length: 20 }, () => gate()));
    expect([asked, new Set(all.map(({ verdict }) => verdict))]).toEqual([
      1,
      new Set(['deny']),
    ]);
  });

  it('is overridden for a time, for a version, and until it is revoked', async () => {
    const { gate, api, audit } = await start({ slo: sloSaying('deny') });
    const override = async (more: Partial<OverrideRequest> = {}) =>
      bodyOf(
        await api.request('post', '/v1/gate/overrides', {
          body: { ...place, reason: 'A hotfix', until: soon(), ...more },
        }),
      );
    const bound = await override({ version: 'v4' });
    expect((await gate({ version: 'v5' })).verdict).toBe('deny');
    expect((await gate()).verdict).toBe('deny');
    const out = await gate({ version: 'v4' });
    expect(out).toMatchObject({
      verdict: 'allow',
      said: {
        code: 'gate.release.overridden',
        params: { by: 'user:default/mock' },
      },
      override: { id: bound.id, reason: 'A hotfix' },
    });
    const path = { params: { path: { id: bound.id } } };
    await api.request('delete', '/v1/gate/overrides/{id}', path);
    expect((await gate({ version: 'v4' })).verdict).toBe('deny');
    expect(
      await refusalOf(api.request('delete', '/v1/gate/overrides/{id}', path)),
    ).toBe('409 The override is over already');

    await override({ environment: 'staging' });
    expect((await gate()).verdict).toBe('deny');
    const all = await override();
    expect((await gate()).verdict).toBe('allow');
    await knex('gate_overrides')
      .where({ id: all.id })
      .update({ until: Date.now() });
    expect((await gate()).verdict).toBe('deny');
    const listed = async (query: { all?: boolean }) =>
      bodyOf(
        await api.request('get', '/v1/gate/overrides', { params: { query } }),
      ).items.length;
    expect([await listed({}), await listed({ all: true })]).toEqual([1, 3]);
    expect(
      await refusalOf(override({ until: '2999-01-01T00:00:00Z' })),
    ).toMatch(/^400 until: an override may last seven days/);
    expect(
      await refusalOf(override({ until: '2026-01-01T00:00:00Z' })),
    ).toMatch(/^400 until: must be in the future/);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'gate-override',
        outcome: 'success',
        meta: expect.objectContaining({ reason: 'A hotfix' }),
      }),
    );
  });

  it('wants approvals of a version, each person once', async () => {
    const { gate, client } = await start({
      delivery: {
        gate: { approvals: { environments: ['production'], count: 2 } },
      },
    });
    const approve = async (by: string, version = 'v4') =>
      bodyOf(
        await client(by).request('post', '/v1/gate/approvals', {
          body: { ...place, version },
        }),
      );
    expect(
      (await gate()).checks.find(of => of.id === 'approvals'),
    ).toMatchObject({
      verdict: 'fail',
      said: { text: expect.stringMatching(/none was named/) },
    });
    const first = await approve('user:default/ann');
    expect((await approve('user:default/ann')).id).toBe(first.id);
    await approve('user:default/bea', 'v5');
    expect((await gate({ version: 'v4' })).verdict).toBe('deny');
    await approve('user:default/bea');
    expect((await gate({ version: 'v4' })).verdict).toBe('allow');
    expect(
      (await gate({ version: 'v4', environment: 'staging' })).verdict,
    ).toBe('allow');
    await client().request('delete', '/v1/gate/approvals/{id}', {
      params: { path: { id: first.id } },
    });
    expect((await gate({ version: 'v4' })).verdict).toBe('deny');
  });

  it('wants the latest evaluation of each suite to pass', async () => {
    const { gate, api } = await start({
      delivery: {
        gate: {
          evaluation: {
            environments: ['production'],
            suites: ['golden', 'tone'],
          },
        },
      },
    });
    const record = (suite: string, passed: number, at?: string) =>
      api.request('post', '/v1/gate/evaluations', {
        body: {
          entityRef: payments,
          version: 'v4',
          suite,
          passed,
          total: 100,
          at,
        },
      });
    const said = async () => {
      const { checks } = await gate({ version: 'v4' });
      const { verdict, said: sentence } = checks.find(
        of => of.id === 'evaluation',
      )!;
      return `${verdict} ${sentence.text}`;
    };
    expect(await said()).toBe('fail Not evaluated by golden, tone.');
    await record('golden', 95);
    expect(await said()).toBe('fail Not evaluated by tone.');
    await record('tone', 89);
    await record('other', 1);
    expect(await said()).toBe('fail tone: fewer than 90 % of the cases pass.');
    await record('tone', 90);
    expect(await said()).toBe('pass At least 90 % of the cases pass.');
    await record('tone', 10, '2026-01-01T00:00:00Z');
    expect(await said()).toMatch(/^pass/);
    expect(await refusalOf(record('tone', 101))).toMatch(/^400 passed: cannot/);
    expect(await refusalOf(record('tone', 1, soon()))).toMatch(/^400 at:/);
  });

  it('holds releases back in a freeze of the portal or of the configuration', async () => {
    const { gate, api } = await start({
      delivery: {
        freezes: [
          {
            title: 'Staging is being moved',
            from: '2026-01-01T00:00:00Z',
            until: '2999-01-01T00:00:00Z',
            environments: ['staging'],
          },
        ],
      },
    });
    expect((await gate()).verdict).toBe('allow');
    expect((await gate({ environment: 'staging' })).said.text).toBe(
      'No: Frozen until 2999-01-01T00:00:00.000Z: Staging is being moved.',
    );
    const freeze = async (more: object) =>
      bodyOf(
        await api.request('post', '/v1/freezes', {
          body: {
            title: 'Sale',
            from: '2026-01-01T00:00:00Z',
            until: soon(),
            ...more,
          },
        }),
      );
    const theirs = await freeze({ owners: ['finders'] });
    expect((await gate()).verdict).toBe('allow');
    const ours = await freeze({ owners: ['payers'] });
    expect(ours).toMatchObject({
      owners: ['group:default/payers'],
      by: 'user:default/mock',
    });
    expect((await gate()).verdict).toBe('deny');
    const items = async () =>
      bodyOf(await api.request('get', '/v1/freezes', {})).items;
    expect((await items()).map(({ title }) => title)).toHaveLength(3);
    const end = (of: string) =>
      api.request('delete', '/v1/freezes/{id}', {
        params: { path: { id: of } },
      });
    for (const { id: of } of [ours, theirs]) await end(of);
    expect((await gate()).verdict).toBe('allow');
    const [{ id: configured }] = await items();
    expect(await refusalOf(end(configured))).toMatch(
      /^400 This freeze is in the configuration/,
    );
    expect(await refusalOf(freeze({ until: '2026-01-01T00:00:00Z' }))).toMatch(
      /^400 until: must be after from/,
    );
  });

  it('signs what it says, so that others can tell, also when keys change', async () => {
    const { gate, api } = await start({ slo: sloSaying('deny') });
    const keysOf = async () =>
      bodyOf(
        await api.request('get', '/v1/gate/keys', {}),
      ) as unknown as JSONWebKeySet;
    const said = await gate({ version: 'v4' });
    const verify = async (jws: string) =>
      JSON.parse(
        Buffer.from(
          (await compactVerify(jws, createLocalJWKSet(await keysOf()))).payload,
        ).toString(),
      );
    expect(await verify(said.signature!)).toEqual({
      iss: 'ghostlight-delivery',
      sub: payments,
      environment: 'production',
      version: 'v4',
      purpose: 'deploy',
      verdict: 'deny',
      iat: Math.floor(Date.parse(said.asOf) / 1000),
      exp: Math.floor(Date.parse(said.expiresAt) / 1000),
    });
    expect(Date.parse(said.expiresAt) - Date.parse(said.asOf)).toBe(300_000);
    const [head, payload, signature] = said.signature!.split('.');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('deny', 'allow'),
    ).toString('base64url');
    await expect(verify(`${head}.${forged}.${signature}`)).rejects.toThrow(
      /signature verification failed/,
    );
    const { keys } = await keysOf();
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
    expect(keys[0]).toMatchObject({ kty: 'EC', alg: 'ES256', use: 'sig' });
    // A month later, after a start.
    await knex('gate_keys').update({ made_at: Date.now() - 31 * 86_400_000 });
    await stop!();
    const again = await startPayments(knex, { slo: sloSaying('deny') });
    ({ stop } = again);
    const next = await again.gate();
    const both = bodyOf(
      await again.client().request('get', '/v1/gate/keys', {}),
    ) as unknown as JSONWebKeySet;
    expect(both.keys).toHaveLength(2);
    const set = createLocalJWKSet(both);
    for (const jws of [said.signature!, next.signature!])
      await expect(compactVerify(jws, set)).resolves.toBeDefined();
  });

  it('answers Flagger', async () => {
    const { call, api, shipIt } = await start({ slo: sloSaying('allow') });
    await shipIt('v4', -1);
    const ask = async (webhook: string, metadata?: object) => {
      const { status } = await call(`/v1/gate/flagger/${webhook}`, {
        method: 'POST',
        body: JSON.stringify({
          name: 'payments',
          namespace: 'shop',
          phase: 'Progressing',
          metadata,
        }),
      });
      return status;
    };
    const metadata = { entityRef: payments, version: 'v4' };
    expect(await ask('confirm-rollout', metadata)).toBe(200);
    expect(await ask('rollback', metadata)).toBe(403);
    await api.request('post', '/v1/freezes', {
      body: { title: 'Sale', from: '2026-01-01T00:00:00Z', until: soon() },
    });
    expect(await ask('confirm-promotion', metadata)).toBe(403);
    // A freeze is no reason to go back.
    expect(await ask('rollback', metadata)).toBe(403);
    expect(await ask('event')).toBe(200);
    expect(await ask('confirm-rollout')).toBe(400);
    expect(await ask('other', metadata)).toBe(400);
  });

  it('tells Flagger to go back when users suffer', async () => {
    const { call } = await start({ slo: sloSaying('deny') });
    const { status } = await call('/v1/gate/flagger/rollback', {
      method: 'POST',
      body: JSON.stringify({
        ...{ name: 'payments', namespace: 'shop' },
        metadata: { entityRef: payments },
      }),
    });
    expect(status).toBe(200);
  });
});
