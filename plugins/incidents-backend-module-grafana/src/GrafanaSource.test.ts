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
import incidentsModuleGrafana from '.';

const from = Date.parse('2026-11-20T00:00Z');
const to = Date.parse('2026-11-27T00:00Z');
const owner = 'group:default/payments';

const days = Array.from({ length: 60 }, (_, n) => {
  const start = from + (n * 86_400_000) / 8;
  return {
    user_pk: n % 2 ? 'UTOMASZ' : 'UINES',
    user_email: n % 2 ? 'tomasz@theatre.example' : 'ines@theatre.example',
    user_username: n % 2 ? 'tomasz' : 'ines',
    shift_start: new Date(start).toISOString(),
    shift_end: new Date(start + 86_400_000 / 8).toISOString(),
  };
});

/** An installation with two schedules of 60 shifts, 50 on a page. */
function installation({ path, query }: VendorRequest): VendorAnswer {
  const [, id, shifts] =
    /^\/api\/v1\/schedules\/(S1|S2)\/(final_shifts)?$/.exec(path) ?? [];
  if (!id) return { status: 404, body: { detail: 'Not found.' } };
  if (!shifts)
    return {
      body: {
        id,
        name: `Schedule ${id}`,
        type: 'web',
        time_zone: 'Europe/Madrid',
      },
    };
  const page = Number(query.get('page'));
  const last = page * 50 >= days.length;
  return {
    body: {
      count: days.length,
      // Nobody follows it with the token.
      next: last ? null : 'http://169.254.169.254/steal?page=2',
      previous: null,
      results: days.slice((page - 1) * 50, page * 50),
      current_page_number: page,
      page_size: 50,
      total_pages: 2,
    },
  };
}

describe('Grafana OnCall', () => {
  let server: VendorServer;
  let failures: VendorAnswer[];

  beforeEach(async () => {
    failures = [];
    server = await startVendorServer(
      request => failures.shift() ?? installation(request),
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
    const entry = { token: 's3cret', baseUrl: `${server.url}/`, ...config };
    const backend = await startTestBackend({
      extensionPoints: [[incidentsExtensionPoint, point]],
      features: [
        incidentsModuleGrafana,
        mockServices.rootConfig.factory({
          data: { incidents: { oncall: { grafana: [entry] } } },
        }),
      ],
    });
    await backend.stop();
    return sources[0];
  }

  const rotations = [
    {
      owner,
      levels: [
        { schedule: 'S1', escalateAfter: { minutes: 15 } },
        { schedule: 'S2' },
      ],
    },
  ];

  it('tells who is on call at each level, page by page, without following addresses', async () => {
    const source = await start({ rotations });
    const schedule = await source.schedule({ owner, from, to });
    expect(schedule).toMatchObject({
      title: 'Schedule S1',
      timeZone: 'Europe/Madrid',
      levels: [
        { level: 1, title: 'Schedule S1', escalatesAfterMinutes: 15 },
        { level: 2, title: 'Schedule S2' },
      ],
    });
    expect(schedule?.shifts).toHaveLength(120);
    expect(schedule?.shifts[0]).toEqual({
      from,
      to: from + 10_800_000,
      level: 1,
      people: [
        {
          name: 'ines',
          email: 'ines@theatre.example',
          account: { annotation: 'grafana/oncall-user-id', value: 'UINES' },
        },
      ],
    });
    const pages = server.asked.filter(({ path }) =>
      path.endsWith('S1/final_shifts'),
    );
    expect(pages.map(({ query }) => Object.fromEntries(query))).toEqual(
      ['1', '2'].map(page => ({
        start_date: '2026-11-19',
        end_date: '2026-11-28',
        page,
      })),
    );
    expect(pages[0].headers.authorization).toBe('s3cret');
    expect(await source.owners()).toEqual([owner]);
  });

  it('finds schedules by annotation, first asked first', async () => {
    const source = await start();
    const annotated = {
      annotation: 'grafana/oncall-schedule-id',
      value: 'S2, S1',
    };
    const schedule = await source.schedule({ owner, annotated, from, to });
    expect(schedule?.levels.map(({ title }) => title)).toEqual([
      'Schedule S2',
      'Schedule S1',
    ]);
    expect(await source.schedule({ owner, from, to })).toBeUndefined();
  });

  it('says of which stack a service account is', async () => {
    const stackUrl = 'https://theatre.grafana.net';
    const source = await start({ rotations, stackUrl });
    await source.schedule({ owner, from, to });
    expect(server.asked[0].headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'x-grafana-url': stackUrl,
    });
  });

  it('is asked again after a rate limit and an outage', async () => {
    failures = [
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 500 },
    ];
    const source = await start({ rotations });
    const schedule = await source.schedule({ owner, from, to });
    expect(schedule?.shifts).toHaveLength(120);
  });

  it.each<[string, VendorAnswer, string]>([
    ['a wrong token', { status: 403 }, 'check that the configured token'],
    [
      'a schedule that is gone',
      { status: 404 },
      'schedules/S2/ with status 404',
    ],
    ['another API', { body: [] }, 'in another form than expected'],
  ])('says what is wrong with %s', async (_name, answer, message) => {
    failures = [answer];
    const source = await start();
    const annotated = { annotation: 'grafana/oncall-schedule-id', value: 'S2' };
    await expect(
      source.schedule({ owner, annotated, from, to }),
    ).rejects.toThrow(message);
  });

  it('does not start without levels', async () => {
    await expect(start({ rotations: [{ owner, levels: [] }] })).rejects.toThrow(
      'incidents.oncall.grafana[0].rotations[0].levels: write at least one',
    );
  });
});
