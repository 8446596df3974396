import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandLine } from './__testUtils__/commandLine';

const { run, file, remove } = commandLine();

afterAll(remove);

const rules = (spec: string) =>
  `apiVersion: ghostlight.dev/v1\nkind: IncidentRules\nspec:\n${spec}`;

describe('incidents check', () => {
  it('finds nothing in rules that are right', async () => {
    const name = file(
      'right.yaml',
      rules('  incidents: { resolveAfter: 10m }\n'),
    );
    expect(await run('incidents', 'check', name)).toEqual({
      code: 0,
      out: '',
      err: 'No errors\n',
    });
  });

  it('prints one error a line, with file, line, field and fix', async () => {
    const name = file(
      'wrong.yaml',
      rules('  correlate:\n    window: soon\n    treshold: 1\n'),
    );
    const { code, out } = await run('incidents', 'check', name);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^wrong\.yaml:5: error spec\.correlate\.window: .*such as 5m\.$/m,
    );
    expect(out).toMatch(/^wrong\.yaml:6: error spec\.correlate.*treshold/m);
    const json = await run('incidents', 'check', '--json', name);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      findings: [{ file: 'wrong.yaml' }, { file: 'wrong.yaml' }],
    });
    expect(await run('incidents', 'check', 'none.yaml')).toMatchObject({
      code: 2,
      err: 'none.yaml cannot be read: there is no such file.\n',
    });
  });
});

describe('incidents replay', () => {
  const catalog = file(
    'catalog.yaml',
    ['checkout', 'payments']
      .map(
        (name, index) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, owner: shop${
          index ? '' : ", dependsOn: ['component:payments']"
        } }
`,
      )
      .join('---\n'),
  );

  const line = (at: string, service: string, extra: object = {}) =>
    JSON.stringify({
      adapter: 'alertmanager',
      receivedAt: at,
      body: {
        version: '4',
        groupKey: '{}',
        status: 'firing',
        receiver: 'ghostlight',
        groupLabels: {},
        commonLabels: {},
        commonAnnotations: {},
        externalURL: 'http://alertmanager.example',
        alerts: [
          {
            status: 'firing',
            labels: {
              alertname: 'HighErrorRate',
              service,
              severity: 'critical',
            },
            annotations: {},
            startsAt: at,
            endsAt: '0001-01-01T00:00:00Z',
            generatorURL: 'http://prometheus.example',
            fingerprint: service,
            ...extra,
          },
        ],
      },
    });

  const recording = file(
    'storm.ndjson',
    `${line('2026-11-21T12:00:00Z', 'checkout')}
${line('2026-11-21T12:00:05Z', 'payments')}
${line('2026-11-21T12:00:06Z', 'payments', { startsAt: 'yesterday' })}
`,
  );

  it('prints the incidents that the deliveries make, in their own time', async () => {
    const { code, out, err } = await run(
      'incidents',
      'replay',
      recording,
      '--catalog',
      catalog,
    );
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^storm\.ndjson:3: left out .*startsAt/),
    });
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        id: 'INC-0001',
        severity: 'SEV2',
        startedAt: '2026-11-21T12:00:00.000Z',
        origin: expect.objectContaining({
          entityRef: 'component:default/payments',
        }),
        entities: [
          expect.objectContaining({ entityRef: 'component:default/payments' }),
          expect.objectContaining({ entityRef: 'component:default/checkout' }),
        ],
        why: expect.stringContaining('critical alert'),
        members: expect.arrayContaining([
          expect.objectContaining({
            labels: expect.objectContaining({ service: 'checkout' }),
          }),
        ]),
      }),
    ]);
  });

  it('takes other rules', async () => {
    const quiet = file(
      'quiet.yaml',
      rules('  incidents: { rules: [{ name: quiet, severity: none }] }\n'),
    );
    expect(
      await run('incidents', 'replay', recording, '--rules', quiet),
    ).toMatchObject({ code: 0, out: '[]\n' });
    const wrong = file('wrong-rules.yaml', 'kind: Rules\n');
    const refused = await run(
      'incidents',
      'replay',
      recording,
      '--rules',
      wrong,
    );
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('wrong-rules.yaml:1: error kind');
  });

  it('keeps to the memory that it is given, and says when that is too little', async () => {
    const replay = (heap: string) =>
      run('incidents', 'replay', recording, '--heap', heap);
    expect(await replay('300')).toMatchObject({ code: 0 });
    expect(await replay('8')).toEqual({
      code: 4,
      out: '',
      err: 'What is open at one time takes more than 8 MB: allow more with --heap\n',
    });
    expect(await replay('much')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Write a number of megabytes'),
    });
  });

  it.each([
    ['{', /bad\.ndjson:1: no JSON/],
    ['{"receivedAt":0,"body":{}}', /bad\.ndjson:1: adapter is missing/],
    ['{"adapter":"grafana","body":{}}', /bad\.ndjson:1: receivedAt is missing/],
    ['{"adapter":"x","receivedAt":0,"body":{}}', /no adapter 'x'/],
  ])('says what is wrong with the line %s', async (text, message) => {
    const { code, err } = await run(
      'incidents',
      'replay',
      file('bad.ndjson', `${text}\n`),
    );
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('incidents dry-run', () => {
  let server: Server;
  let url: string;
  const asked: unknown[] = [];
  const incident = {
    key: 'a',
    title: 'payments: 5xx',
    severity: 'SEV2',
    startedAt: '2026-11-21T12:00:00Z',
    alertIds: ['1', '2'],
    entityRefs: [],
  };
  const answer = {
    from: '2026-11-20T12:00:00Z',
    to: '2026-11-21T12:00:00Z',
    events: 12,
    before: 1,
    after: 0,
    same: 0,
    added: [] as object[],
    removed: [{ ...incident, incidentId: 'INC-0007' }],
    changed: [],
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      asked.push([
        request.url,
        request.headers.authorization,
        JSON.parse(Buffer.concat(chunks).toString()),
      ]);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
  });

  it('prints the difference, and carries it in its exit code', async () => {
    const name = file('other.yaml', rules('  suppress: { symptoms: false }\n'));
    const { code, out } = await run(
      url,
      'incidents',
      'dry-run',
      name,
      '--from',
      '2026-11-20T12:00:00Z',
    );
    expect(asked).toEqual([
      [
        '/api/incidents/v1/rules/dry-run',
        'Bearer secret',
        {
          yaml: expect.stringContaining('symptoms: false'),
          from: '2026-11-20T12:00:00Z',
        },
      ],
    ]);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      '12 reports from 2026-11-20T12:00:00Z to 2026-11-21T12:00:00Z: 1 incidents now, 0 with these rules, 0 the same',
      '- INC-0007 SEV2 payments: 5xx (2 alerts from 2026-11-21T12:00:00Z)',
      '',
    ]);
    answer.removed = [];
    expect((await run(url, 'incidents', 'dry-run', name)).code).toBe(0);
  });
});
