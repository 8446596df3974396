import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  RehearsalRequest,
  SimulationRequest,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { bodyOf, callsOf } from './__testUtils__/calls';
import { component, payments, policy, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { responseError } from './__testUtils__/notInstalled';
import { refusalOf } from './__testUtils__/refusalOf';
import { startRunbooks } from './__testUtils__/startRunbooks';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const hour = 3600_000;
/** When everything began: long ago, and the same for all. */
const t0 = Date.parse('2026-11-03T10:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();
const runbookRef = 'runbook:default/back';
const policyRef = 'remediationpolicy:default/back';

const policyOf = (spec: JsonObject = {}) =>
  policy('back', {
    owner: 'payers',
    triggers: [{ alert: 'HighErrorRate' }],
    conditions: { recentChange: '30m', burnAbove: 2 },
    mode: 'auto',
    do: [{ action: 'delivery:rollback' }],
    limits: { coolDown: '10m', perTarget: { attempts: 1, within: '2h' } },
    verification: { within: '10m', steady: '1m', maxBurnRate: 1 },
    ...spec,
  });

/** An incident of payments that began so much later and was over for users after so many minutes. */
function incidentOf(id: string, after: number, minutes: number) {
  const at = t0 + after;
  return {
    id,
    title: 'Errors',
    severity: 'SEV2',
    status: minutes ? 'resolved' : 'investigating',
    startedAt: iso(at),
    detectedAt: iso(at + 60_000),
    ...(minutes && {
      recoveredAt: iso(at + minutes * 60_000),
      resolvedAt: iso(at + 2 * hour),
    }),
    entities: [{ entityRef: payments, role: 'origin', since: iso(at) }],
    origin: { entityRef: payments, kind: 'entity', reasons: [] },
  };
}

function deploymentOf(kind: string, at: number) {
  return {
    id: `${kind}-${at}`,
    kind,
    outcome: 'succeeded',
    entityRef: payments,
    title: `${kind} of payments`,
    startedAt: iso(at),
  };
}

describe.each(databases.eachSupportedId())('rehearsals on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(
    documents = [policyOf()],
    happened: {
      incidents?: ReturnType<typeof incidentOf>[];
      deployments?: ReturnType<typeof deploymentOf>[];
      alert?: string;
    } = {},
  ) {
    const {
      incidents = [incidentOf('INC-0001', 0, 30)],
      alert = 'HighErrorRate',
    } = happened;
    const deployments = [
      deploymentOf('rollback', t0 + 20 * 60_000),
      deploymentOf('deployment', t0 - 10 * 60_000),
    ];
    const asked: string[] = [];
    const started = await startRunbooks({
      knex,
      world: {
        entities: [
          component('payments'),
          runbook('back', {
            service: 'payments',
            steps: [
              { id: 'back', action: 'delivery:rollback', timeout: '10m' },
            ],
          }),
          runbook('talk', {
            triggers: [{ alert: 'HighErrorRate' }],
            steps: [{ id: 'talk', manual: 'Talk about it', timeout: '1h' }],
          }),
          ...documents,
        ],
      },
      actions: [FakePlace.create().action('test:switch')],
      incidents: {
        getIncident: async incidentId => {
          const found = incidents.find(one => one.id === incidentId);
          if (!found) throw await responseError(404, 'Not Found');
          return found as never;
        },
        listIncidents: async ({ status, from = '', to = 'Z' }) => {
          // Open ones are asked for by what follows them.
          if (status?.includes('resolved')) asked.push('incidents');
          return {
            items: incidents.filter(
              one =>
                (!status || status.includes(one.status as never)) &&
                one.startedAt >= from &&
                one.startedAt < to,
            ),
          } as never;
        },
        listAlerts: async ({ incident, view }) => {
          if (view === 'all') asked.push('alerts');
          const { startsAt } = {
            startsAt: incidents.find(one => one.id === incident)!.startedAt,
          };
          return {
            items: [
              {
                id: `${incident}-1`,
                name: alert,
                labels: {},
                status: 'resolved',
                entityRef: payments,
                startsAt,
              },
            ],
          } as never;
        },
      },
      delivery: {
        listDeployments: async () => {
          asked.push('deployments');
          const items = happened.deployments ?? deployments;
          return { items, total: items.length } as never;
        },
      },
      slo: {
        listObjectives: async () =>
          ({ items: [{ ref: 'slo:default/payments' }], total: 1 } as never),
        // It burns from a minute after the alert on.
        measure: async ({ ref, to }) =>
          ({
            ref,
            title: 'availability',
            target: 0.9,
            good: to * 1000 > t0 + 60_000 ? 500 : 1_000,
            total: 1_000,
            asOf: to,
          } as never),
      },
    });
    ({ stop } = started);
    const client = started.client();
    const calls = callsOf(client);
    return {
      ...calls,
      asked,
      client,
      rehearse: async (body: RehearsalRequest) => {
        const begun = bodyOf(
          await client.request('post', '/v1/rehearsals', { body }),
        );
        return calls.ended(begun.id);
      },
      simulate: async (body: SimulationRequest) =>
        bodyOf(
          await client.request('post', '/v1/policies/{ref}/simulation', {
            params: { path: { ref: policyRef } },
            body,
          }),
        ),
    };
  }

  const codes = (because: { code: string }[] = []) =>
    because.map(({ code }) => code);

  it('replay a policy as of then: when it would have acted, and what that would have saved', async () => {
    const { rehearse } = await start();
    const done = await rehearse({ policyRef, incidentId: 'INC-0001' });
    expect(done).toMatchObject({
      kind: 'rehearsal',
      state: 'succeeded',
      policyRef,
      incidentId: 'INC-0001',
      said: { code: 'rehearsal.said.yes' },
    });
    // The budget burnt two minutes after the alert; the rollback then took ten until users were well.
    expect(done.rehearsal).toMatchObject({
      wouldHaveMatched: true,
      wouldHaveActed: true,
      actedAt: iso(t0 + 2 * 60_000),
      wouldHaveRecovered: 'yes',
      recoveredAt: iso(t0 + 12 * 60_000),
      savedSeconds: 18 * 60,
    });
    expect(codes(done.rehearsal?.because)).toEqual([
      'runbooks.matched.alert',
      'rehearsal.rolled-back',
    ]);
    expect(await knex('attempts')).toEqual([]);
  });

  it.each<{
    what: string;
    spec?: JsonObject;
    happened?: Parameters<typeof start>[1];
    expected: object;
    code: string;
  }>([
    {
      what: 'nothing matches',
      happened: { alert: 'DiskFull' },
      expected: { wouldHaveMatched: false, wouldHaveActed: false },
      code: 'rehearsal.no-match',
    },
    {
      what: 'it is for others',
      spec: { appliesTo: { tiers: ['1'] } },
      expected: { wouldHaveMatched: false },
      code: 'rehearsal.not-for',
    },
    {
      what: 'a condition did not hold then',
      happened: { deployments: [deploymentOf('deployment', t0 - 2 * hour)] },
      expected: { wouldHaveMatched: true, wouldHaveActed: false },
      code: 'condition.change',
    },
    {
      what: 'it only suggests',
      spec: { mode: 'suggest' },
      expected: { wouldHaveMatched: true, wouldHaveActed: false },
      code: 'rehearsal.suggests',
    },
    {
      what: 'nothing on record was like it',
      spec: { do: [{ action: 'test:switch', input: { name: 'a' } }] },
      expected: { wouldHaveActed: true, wouldHaveRecovered: 'unknown' },
      code: 'rehearsal.not-known',
    },
  ])('say so when $what', async ({ spec, happened, expected, code }) => {
    const { rehearse } = await start([policyOf(spec)], happened);
    const { rehearsal } = await rehearse({ policyRef, incidentId: 'INC-0001' });
    expect(rehearsal).toMatchObject(expected);
    expect(codes(rehearsal?.because)).toContain(code);
  });

  it('of a runbook count as that: it is not stale any more', async () => {
    const { rehearse, client } = await start();
    const done = await rehearse({ runbookRef, incidentId: 'INC-0001' });
    expect(done.rehearsal).toMatchObject({
      wouldHaveActed: true,
      actedAt: iso(t0 + 60_000),
      wouldHaveRecovered: 'yes',
      savedSeconds: 19 * 60,
    });
    const read = bodyOf(
      await client.request('get', '/v1/runbooks/{ref}', {
        params: { path: { ref: runbookRef } },
      }),
    );
    expect(read.lastRehearsed).toMatchObject({
      executionId: done.id,
      incidentId: 'INC-0001',
      wouldHaveRecovered: true,
    });
    const byHand = await rehearse({
      runbookRef: 'runbook:default/talk',
      incidentId: 'INC-0001',
    });
    expect(codes(byHand.rehearsal?.because)).toContain('rehearsal.by-hand');
  });

  it('are refused for what is not over, not there, or not one thing', async () => {
    const { client } = await start(undefined, {
      incidents: [incidentOf('INC-0001', 0, 0)],
    });
    const refused = (body: RehearsalRequest) =>
      refusalOf(client.request('post', '/v1/rehearsals', { body }));
    const incidentId = 'INC-0001';
    expect(await refused({ policyRef, incidentId })).toMatch(/^400 .*not over/);
    expect(await refused({ incidentId })).toMatch(/^400 .*either/);
    expect(await refused({ policyRef: 'nobody', incidentId })).toMatch(/^404/);
    expect(await refused({ policyRef, incidentId: 'INC-9' })).toMatch(/^404/);
  });

  it('of many incidents count against the limits of the policy, and ask little', async () => {
    const { simulate, asked } = await start(
      [policyOf({ conditions: {}, limits: { perHour: 1, coolDown: '1m' } })],
      {
        incidents: [
          incidentOf('INC-0001', 0, 30),
          // Within the hour, of which there may be one.
          incidentOf('INC-0002', hour / 2, 30),
          incidentOf('INC-0003', 5 * hour, 30),
          incidentOf('INC-0004', 6 * hour, 0),
        ],
      },
    );
    asked.length = 0;
    const simulated = await simulate({
      from: iso(t0 - hour),
      to: iso(t0 + 24 * hour),
    });
    expect(simulated).toMatchObject({
      policyRef,
      incidents: 3,
      wouldHaveActed: 2,
      wouldHaveRecovered: 1,
      said: { params: { incidents: 3, acted: 2, recovered: 1, unknown: 1 } },
    });
    expect(
      simulated.items.map(item => [item.incidentId, item.wouldHaveActed]),
    ).toEqual([
      ['INC-0003', true],
      ['INC-0002', false],
      ['INC-0001', true],
    ]);
    expect(codes(simulated.items[1].because)).toContain('limit.per-hour');
    expect(asked.sort()).toEqual([
      'alerts',
      'alerts',
      'alerts',
      'deployments',
      'incidents',
    ]);
    expect(await knex('executions')).toEqual([]);
  });
});
