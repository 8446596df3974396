import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  incidentsExtensionPoint,
  type IncidentsExtensionPoint,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import incidentsModuleOpsgenie from '.';

const from = Date.parse('2026-11-20T00:00Z');
const to = Date.parse('2026-11-27T00:00Z');
const scheduleId = '0a1b2c3d-0000-4000-8000-000000000001';

const ines = { id: 'u1', type: 'user', name: 'ines@theatre.example' };
const tomasz = { id: 'u2', type: 'user', name: 'tomasz@theatre.example' };
const ownerTeam = { id: 't1', name: 'Payments' };

const escalation = {
  id: 'e1',
  name: 'Payments_escalation',
  ownerTeam,
  rules: [
    {
      condition: 'if-not-acked',
      notifyType: 'default',
      delay: { timeAmount: 0, timeUnit: 'minutes' },
      recipient: {
        type: 'schedule',
        id: scheduleId,
        name: 'Payments_schedule',
      },
    },
    {
      condition: 'if-not-acked',
      notifyType: 'next',
      delay: { timeAmount: 5, timeUnit: 'minutes' },
      recipient: {
        type: 'schedule',
        id: scheduleId,
        name: 'Payments_schedule',
      },
    },
    {
      condition: 'if-not-closed',
      notifyType: 'default',
      delay: { timeAmount: 1, timeUnit: 'hours' },
      recipient: tomasz,
    },
    {
      condition: 'if-not-closed',
      notifyType: 'all',
      delay: { timeAmount: 1, timeUnit: 'hours' },
      recipient: { type: 'team', id: 't1', name: 'Payments' },
    },
  ],
};

/** An account with one team, its escalation and its schedule. */
function account({ path }: VendorRequest): VendorAnswer {
  switch (path) {
    case '/v2/escalations':
      return {
        body: {
          data: [
            { id: 'e0', name: 'first', ownerTeam, rules: [] },
            { id: 'e2', name: 'other', ownerTeam, rules: escalation.rules },
            escalation,
          ],
          took: 0.1,
          requestId: 'r',
        },
      };
    case '/v2/escalations/Night%20shift':
      return { body: { data: { ...escalation, name: 'Night shift' } } };
    case '/v2/schedules':
      return {
        body: {
          data: [
            {
              id: 'off',
              name: 'Old',
              enabled: false,
              ownerTeam: { name: 'Search' },
            },
            {
              id: scheduleId,
              name: 'Search',
              enabled: true,
              ownerTeam: { name: 'Search' },
            },
          ],
        },
      };
    case `/v2/schedules/${scheduleId}`:
      return {
        body: {
          data: {
            id: scheduleId,
            name: 'Rota',
            timezone: 'Europe/Madrid',
            enabled: true,
          },
        },
      };
    case `/v2/schedules/${scheduleId}/timeline`:
      return {
        body: {
          data: {
            _parent: { id: scheduleId, name: 'Rota', enabled: true },
            finalTimeline: {
              rotations: [
                {
                  id: 'r1',
                  name: 'Week',
                  order: 1,
                  periods: [
                    {
                      startDate: '2026-11-20T00:00:00Z',
                      endDate: '2026-11-22T00:00:00Z',
                      type: 'historical',
                      recipient: ines,
                    },
                    {
                      startDate: '2026-11-22T00:00:00Z',
                      endDate: '2026-11-23T00:00:00Z',
                      type: 'override',
                      recipient: tomasz,
                    },
                    {
                      startDate: '2026-11-23T00:00:00Z',
                      endDate: '2026-11-24T00:00:00Z',
                      type: 'default',
                      recipient: { id: 't2', type: 'team', name: 'Support' },
                      flattenedRecipients: [ines, tomasz],
                    },
                    {
                      startDate: '2026-11-24T00:00:00Z',
                      endDate: '2026-11-27T00:00:00Z',
                      type: 'default',
                      recipient: { type: 'none' },
                    },
                  ],
                },
                { id: 'r2', name: 'Empty', order: 2 },
              ],
            },
          },
        },
      };
    default:
      return { status: 404, body: { message: 'no such thing' } };
  }
}

const shifts = [
  {
    from,
    to: Date.parse('2026-11-22T00:00Z'),
    level: 1,
    layer: 'Week',
    people: [{ name: ines.name, email: ines.name }],
  },
  {
    from: Date.parse('2026-11-22T00:00Z'),
    to: Date.parse('2026-11-23T00:00Z'),
    level: 1,
    layer: 'Week',
    override: true,
    people: [{ name: tomasz.name, email: tomasz.name }],
  },
  {
    from: Date.parse('2026-11-23T00:00Z'),
    to: Date.parse('2026-11-24T00:00Z'),
    level: 1,
    layer: 'Week',
    people: [
      { name: ines.name, email: ines.name },
      { name: tomasz.name, email: tomasz.name },
    ],
  },
];

describe('Opsgenie', () => {
  let server: VendorServer;
  let failures: VendorAnswer[];

  beforeEach(async () => {
    failures = [];
    server = await startVendorServer(
      request => failures.shift() ?? account(request),
    );
  });

  afterEach(async () => {
    await server.stop();
  });

  async function start(config: JsonObject = {}) {
    const sources: OncallSource[] = [];
    const point: Partial<IncidentsExtensionPoint> = {
      addOncallSource: source => sources.push(source),
    };
    const entry = { apiKey: 's3cret', baseUrl: server.url, ...config };
    const backend = await startTestBackend({
      extensionPoints: [[incidentsExtensionPoint, point]],
      features: [
        incidentsModuleOpsgenie,
        mockServices.rootConfig.factory({
          data: { incidents: { oncall: { opsgenie: [entry] } } },
        }),
      ],
    });
    await backend.stop();
    return sources[0];
  }

  const byTeam = (value: string) => ({
    owner: 'component:default/payments',
    annotated: { annotation: 'opsgenie.com/team', value },
    from,
    to,
  });

  it('tells the levels of a team’s escalation, from its schedule and its users', async () => {
    const source = await start();
    expect(source.annotations).toEqual(['opsgenie.com/team']);
    expect(await source.schedule(byTeam('Payments'))).toEqual({
      title: 'Payments_escalation',
      levels: [{ level: 1, escalatesAfterMinutes: 60 }, { level: 2 }],
      shifts: [
        ...shifts,
        {
          from,
          to,
          level: 2,
          people: [{ name: tomasz.name, email: tomasz.name }],
        },
      ],
    });
    expect(server.asked[0].headers.authorization).toBe('GenieKey s3cret');
    expect(Object.fromEntries(server.asked[1].query)).toEqual({
      identifierType: 'id',
      date: '2026-11-20T00:00:00.000Z',
      interval: '7',
      intervalUnit: 'days',
    });
  });

  it('tells the schedules of a team that has no escalation', async () => {
    const source = await start();
    expect(await source.schedule(byTeam('search'))).toEqual({
      title: 'Rota',
      timeZone: 'Europe/Madrid',
      levels: [{ level: 1 }],
      shifts,
    });
    await expect(source.schedule(byTeam('nobody'))).rejects.toThrow(
      'Opsgenie has no escalation and no schedule of a team nobody',
    );
  });

  it('has the rotations that the configuration names, by id or name', async () => {
    const source = await start({
      rotations: [
        { owner: 'group:default/a', escalation: 'Night shift' },
        { owner: 'group:default/b', schedule: scheduleId },
        { owner: 'group:default/c', team: 'Payments' },
      ],
    });
    const of = (group: string) =>
      source.schedule({ owner: `group:default/${group}`, from, to });
    expect(await source.owners()).toHaveLength(3);
    expect((await of('a'))?.title).toBe('Night shift');
    expect(server.asked[0].query.get('identifierType')).toBe('name');
    expect((await of('b'))?.title).toBe('Rota');
    expect((await of('c'))?.title).toBe('Payments_escalation');
    expect(await of('d')).toBeUndefined();
  });

  it('is asked again after a rate limit and an outage', async () => {
    failures = [
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 503 },
    ];
    const source = await start();
    const schedule = await source.schedule(byTeam('Payments'));
    expect(schedule?.shifts).toHaveLength(4);
  });

  it.each<[string, VendorAnswer, string]>([
    ['a wrong key', { status: 401 }, 'check that the configured token'],
    ['nothing there', { status: 404 }, '/v2/escalations with status 404'],
    [
      'another API',
      { body: { data: 'x' } },
      'in another form than expected: data',
    ],
  ])('says what is wrong with %s', async (_name, answer, message) => {
    failures = [answer];
    const source = await start();
    await expect(source.schedule(byTeam('Payments'))).rejects.toThrow(message);
  });

  it('does not start with a rotation of two targets', async () => {
    const rotation = { owner: 'group:default/a', team: 'a', schedule: 'b' };
    await expect(start({ rotations: [rotation] })).rejects.toThrow(
      'incidents.oncall.opsgenie[0].rotations[0]: name one of escalation, schedule, team',
    );
  });
});
