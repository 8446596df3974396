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
import incidentsModulePagerDuty from '..';

const from = Date.parse('2026-11-20T00:00Z');
const to = Date.parse('2026-11-27T00:00Z');
const owner = 'component:default/payments';

const ines = {
  id: 'PINES',
  type: 'user',
  summary: 'Inés Ortega',
  name: 'Inés Ortega',
  email: 'ines@theatre.example',
  time_zone: 'Europe/Madrid',
};
const tomasz = {
  id: 'PTOMASZ',
  type: 'user',
  summary: 'Tomasz Lis',
  name: 'Tomasz Lis',
  email: 'tomasz@theatre.example',
  time_zone: 'Eastern Time (US & Canada)',
};

/** An account with one service, its policy of two levels, and 101 on-calls at the first. */
function account({ path, query }: VendorRequest): VendorAnswer {
  switch (path) {
    case '/services/PSERVICE':
      return {
        body: {
          service: {
            id: 'PSERVICE',
            type: 'service',
            escalation_policy: {
              id: 'PPOLICY',
              type: 'escalation_policy_reference',
            },
          },
        },
      };
    case '/services':
      return {
        body: {
          services: ['other', query.get('query')].map((key, index) => ({
            id: `PS${index}`,
            escalation_policy: { id: index ? 'PPOLICY' : 'PWRONG' },
            integrations: [
              { id: 'PI', integration_key: key === 'unknown' ? null : key },
            ],
          })),
          more: false,
        },
      };
    case '/escalation_policies/PPOLICY':
      return {
        body: {
          escalation_policy: {
            id: 'PPOLICY',
            name: 'Payments',
            html_url:
              'https://theatre.pagerduty.com/escalation_policies/PPOLICY',
            escalation_rules: [
              { id: 'R1', escalation_delay_in_minutes: 15, targets: [] },
              { id: 'R2', escalation_delay_in_minutes: 30, targets: [] },
            ],
          },
        },
      };
    case '/oncalls': {
      const hour = 3_600_000;
      const all = [
        ...Array.from({ length: 101 }, (_, n) => ({
          user: n % 2 ? tomasz : ines,
          schedule: { id: 'PSCHED', summary: 'Hourly' },
          escalation_policy: { id: 'PPOLICY' },
          escalation_level: 1,
          start: new Date(from + n * hour).toISOString(),
          end: new Date(from + (n + 1) * hour).toISOString(),
        })),
        {
          user: tomasz,
          schedule: null,
          escalation_policy: { id: 'PPOLICY' },
          escalation_level: 2,
          start: null,
          end: null,
        },
      ];
      const offset = Number(query.get('offset'));
      const limit = Number(query.get('limit'));
      return {
        body: {
          oncalls: all.slice(offset, offset + limit),
          limit,
          offset,
          more: offset + limit < all.length,
          total: null,
        },
      };
    }
    case '/schedules/PSCHED':
      return {
        body: {
          schedule: {
            id: 'PSCHED',
            name: 'Weekly',
            time_zone: 'Europe/Madrid',
            html_url: 'https://theatre.pagerduty.com/schedules/PSCHED',
            final_schedule: {
              rendered_schedule_entries: [
                {
                  start: '2026-11-20T01:00:00+01:00',
                  end: '2026-11-27T01:00:00+01:00',
                  user: { id: 'PINES', summary: 'Inés Ortega' },
                },
              ],
            },
          },
        },
      };
    case '/users/PINES':
      return { body: { user: ines } };
    default:
      return { status: 404, body: { error: { code: 2100 } } };
  }
}

describe('PagerDuty', () => {
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
    const backend = await startTestBackend({
      extensionPoints: [[incidentsExtensionPoint, point]],
      features: [
        incidentsModulePagerDuty,
        mockServices.rootConfig.factory({
          data: {
            incidents: {
              oncall: {
                pagerduty: [
                  { token: 's3cret', baseUrl: server.url, ...config },
                ],
              },
            },
          },
        }),
      ],
    });
    await backend.stop();
    return sources[0];
  }

  const byService = {
    owner,
    annotated: { annotation: 'pagerduty.com/service-id', value: 'PSERVICE' },
    from,
    to,
  };

  it('tells the levels of a service’s escalation policy and who is on call, page by page', async () => {
    const source = await start();
    const schedule = await source.schedule(byService);
    expect(schedule).toMatchObject({
      title: 'Payments',
      url: 'https://theatre.pagerduty.com/escalation_policies/PPOLICY',
      levels: [
        { level: 1, escalatesAfterMinutes: 15 },
        { level: 2, escalatesAfterMinutes: 30 },
      ],
    });
    expect(schedule?.shifts).toHaveLength(102);
    expect(schedule?.shifts[0]).toEqual({
      from,
      to: from + 3_600_000,
      level: 1,
      layer: 'Hourly',
      people: [
        {
          name: 'Inés Ortega',
          email: 'ines@theatre.example',
          timeZone: 'Europe/Madrid',
          account: { annotation: 'pagerduty.com/user-id', value: 'PINES' },
        },
      ],
    });
    // Always on call, in a zone that is none.
    expect(schedule?.shifts.at(-1)).toEqual({
      from,
      to,
      level: 2,
      people: [
        {
          name: 'Tomasz Lis',
          email: 'tomasz@theatre.example',
          account: { annotation: 'pagerduty.com/user-id', value: 'PTOMASZ' },
        },
      ],
    });
    const pages = server.asked.filter(({ path }) => path === '/oncalls');
    expect(pages.map(({ query }) => query.get('offset'))).toEqual(['0', '100']);
    expect(pages[0].query.getAll('include[]')).toEqual(['users']);
    expect(pages[0].query.get('until')).toBe('2026-11-27T00:00:00.000Z');
    expect(pages[0].headers).toMatchObject({
      accept: 'application/vnd.pagerduty+json;version=2',
      authorization: 'Token token=s3cret',
    });
  });

  it('finds a service by its integration key', async () => {
    const source = await start();
    const annotated = {
      annotation: 'pagerduty.com/integration-key',
      value: 'k3y',
    };
    const schedule = await source.schedule({ ...byService, annotated });
    expect(schedule?.title).toBe('Payments');
    await expect(
      source.schedule({
        ...byService,
        annotated: { ...annotated, value: 'unknown' },
      }),
    ).rejects.toThrow('PagerDuty has no service with the integration key');
  });

  it('has the rotations that the configuration names: policy, service or schedule', async () => {
    const source = await start({
      name: 'pd-eu',
      refresh: '2m',
      rotations: [
        { owner: 'group:default/payments', escalationPolicy: 'PPOLICY' },
        { owner: 'group:default/checkout', service: 'PSERVICE' },
        { owner: 'group:default/search', schedule: 'PSCHED' },
      ],
    });
    expect([source.name, source.type, source.refreshMs]).toEqual([
      'pd-eu',
      'pagerduty',
      120_000,
    ]);
    expect(await source.owners()).toEqual([
      'group:default/payments',
      'group:default/checkout',
      'group:default/search',
    ]);
    const of = (group: string) =>
      source.schedule({ owner: `group:default/${group}`, from, to });
    expect((await of('payments'))?.levels).toHaveLength(2);
    expect((await of('checkout'))?.levels).toHaveLength(2);
    expect(await of('search')).toEqual({
      title: 'Weekly',
      timeZone: 'Europe/Madrid',
      url: 'https://theatre.pagerduty.com/schedules/PSCHED',
      levels: [{ level: 1 }],
      shifts: [
        {
          from,
          to,
          level: 1,
          people: [expect.objectContaining({ email: 'ines@theatre.example' })],
        },
      ],
    });
    expect(await of('elsewhere')).toBeUndefined();
  });

  it('is asked again after a rate limit and an outage', async () => {
    failures = [
      { status: 429, headers: { 'ratelimit-reset': '0' } },
      { status: 502 },
    ];
    const source = await start();
    expect((await source.schedule(byService))?.shifts).toHaveLength(102);
  });

  it.each<[string, VendorAnswer, string]>([
    ['a wrong token', { status: 401 }, 'check that the configured token'],
    [
      'a service that is gone',
      { status: 404 },
      '/services/PSERVICE with status 404',
    ],
    [
      'another API',
      { body: { service: {} } },
      'in another form than expected: service.id',
    ],
    [
      'a service without a policy',
      { body: { service: { id: 'P', escalation_policy: null } } },
      'has no escalation policy',
    ],
  ])('says what is wrong with %s', async (_name, answer, message) => {
    failures = [answer];
    const source = await start();
    await expect(source.schedule(byService)).rejects.toThrow(message);
  });

  it.each([
    ['two targets', { schedule: 'A', service: 'B' }],
    ['none', {}],
  ])('does not start with a rotation of %s', async (_name, target) => {
    await expect(
      start({ rotations: [{ owner: 'group:default/a', ...target }] }),
    ).rejects.toThrow(
      'incidents.oncall.pagerduty[0].rotations[0]: name one of escalationPolicy, schedule, service',
    );
  });
});
