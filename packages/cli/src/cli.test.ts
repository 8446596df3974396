import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { binary, commandLine } from './__testUtils__/commandLine';

const fixtures = resolve(
  __dirname,
  '../../../plugins/slo-common/src/document/__fixtures__',
);
const { run, file, folder, remove } = commandLine();
const promtool = (process.env.PATH ?? '')
  .split(':')
  .map(path => join(path, 'promtool'))
  .find(existsSync);

const broken = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: payments }
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: payments
spec:
  service: payments
  indicator:
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource: { type: Prometheus, spec: { query: 'sum(errors_total' } }
        total:
          metricSource: { type: Prometheus, spec: { query: sum(requests_total) } }
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.9
      tagret: 0.99
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: search
spec:
  service: search
  indicatorRef: elsewhere
  timeWindow:
    - duration: 180d
      isRolling: true
  budgetingMethod: Events
  objectives:
    - target: 99
`;

afterAll(remove);

describe('slo check', () => {
  it('finds nothing in the worked examples', async () => {
    const { code, out, err } = await run(
      'slo',
      'check',
      join(fixtures, 'error-rate.yaml'),
      join(fixtures, 'composite.yaml'),
      join(fixtures, 'availability.yaml'),
      join(fixtures, 'latency-quantile.yaml'),
      join(fixtures, 'policy.yaml'),
    );
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: '9 documents, 8 objectives: 0 errors, 0 warnings\n',
    });
  });

  it('prints one error a line, with file, line, path, found and allowed', async () => {
    const name = file('broken.yaml', broken);
    const { code, out, err } = await run('slo', 'check', name);
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /^broken.yaml:16: error spec.indicator.spec.ratioMetric.bad.metricSource.spec.query: .*found sum\(errors_total;/,
      ),
      expect.stringMatching(
        /^broken.yaml:24: warning spec.objectives\[0\].target: Unreachable alert: /,
      ),
      expect.stringMatching(
        /^broken.yaml:25: warning spec.objectives\[0\].tagret: .* \(found tagret; allowed displayName, /,
      ),
      expect.stringMatching(
        /^broken.yaml:37: error spec.budgetingMethod: .* \(found Events; allowed Occurrences \| Timeslices \| RatioTimeslices\)$/,
      ),
    ]);
    expect(err).toBe('2 documents, 1 objective: 2 errors, 2 warnings\n');
  });

  it('answers in JSON, and takes references to elsewhere for warnings if asked', async () => {
    const name = file(
      'elsewhere.yaml',
      broken
        .slice(broken.lastIndexOf('---'))
        .replace('Events', 'Occurrences')
        .replace('180d', '30d')
        .replace('99', '0.99'),
    );
    const strict = await run('slo', 'check', '--json', name);
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.out)).toEqual({
      ok: false,
      documents: 1,
      objectives: [],
      findings: [
        {
          file: name,
          line: 8,
          severity: 'error',
          code: 'unknown-reference',
          path: 'spec.indicatorRef',
          message: 'There is no SLI of this name, or it is invalid.',
          found: 'elsewhere',
          allowed: 'the name of an SLI document',
        },
      ],
    });
    const partial = await run('slo', 'check', '--partial', name);
    expect(partial.code).toBe(0);
    expect(partial.out).toContain(': warning spec.indicatorRef');
  });

  it('names composites that lead back to themselves, and members that are nowhere', async () => {
    const journey = (name: string, members: string[]) =>
      [
        'apiVersion: openslo/v1',
        'kind: SLO',
        `metadata: { name: ${name} }`,
        'spec:',
        '  service: shop',
        '  indicator:',
        '    spec:',
        '      ratioMetric:',
        '        rawType: success',
        '        raw:',
        '          metricSource:',
        '            type: composite',
        '            spec:',
        '              members:',
        ...members.map(ref => `                - ref: ${ref}`),
        '  timeWindow: [{ duration: 30d, isRolling: true }]',
        '  budgetingMethod: Occurrences',
        '  objectives: [{ target: 0.999 }]',
        '',
      ].join('\n');
    const name = file(
      'journeys.yaml',
      [
        journey('there', ['back']),
        journey('back', ['elsewhere', 'there']),
        journey('sound', ['elsewhere']),
      ].join('---\n'),
    );
    const { code, out, err } = await run('slo', 'check', name);
    const at = 'spec.indicator.spec.ratioMetric.raw.metricSource.spec.members';
    expect(
      out.split('\n').map(line => line.split(':').slice(1, 3).join(':')),
    ).toEqual([
      `15: error ${at}[0].ref`,
      `35: error ${at}[1].ref`,
      `54: warning ${at}[0].ref`,
      '',
    ]);
    expect(out).toContain('(found slo:default/elsewhere; allowed the ref of');
    expect(code).toBe(1);
    expect(err).toBe('3 documents, 1 objective: 2 errors, 1 warning\n');
  });

  it('names a document that is there twice', async () => {
    const text = broken.slice(0, broken.lastIndexOf('---'));
    const { out } = await run(
      'slo',
      'check',
      file('one.yaml', text),
      file('two.yaml', text),
    );
    expect(out).toMatch(
      /^two.yaml:8: error metadata.name: The document is there already, at one.yaml:5\. \(found payments/m,
    );
  });

  it('says what is wrong with its arguments', async () => {
    for (const [args, sentence] of [
      [['slo', 'check'], /missing required argument 'file'/],
      [
        ['slo', 'check', 'nowhere.yaml'],
        /nowhere.yaml cannot be read: there is no such file/,
      ],
      [['slo', 'check', '.'], /it is a directory/],
      [['slo', 'check', '--loud', 'x'], /unknown option '--loud'/],
      [
        ['slo', 'rules', '--format', 'toml', 'x'],
        /Allowed choices are plain, prometheusrule/,
      ],
      [
        ['slo', 'check', file('other.yaml', 'kind: Component\n')],
        /No OpenSLO or error-budget policy document/,
      ],
      [['slo', 'status', ':::'], /is not a ref/],
      [['slo', 'status', 'x', '--url', 'portal'], /is not an address/],
    ] as const) {
      const { code, out, err } = await run(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(sentence);
    }
    expect(await run('--help')).toMatchObject({ code: 0, err: '' });
  });
});

describe('slo rules', () => {
  const availability = join(fixtures, 'availability.yaml');

  it('prints nothing but the errors of files that have any', async () => {
    const { code, out, err } = await run(
      'slo',
      'rules',
      file('broken.yaml', broken),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('broken.yaml:37: error spec.budgetingMethod');
  });

  it('prints a PrometheusRule of the name asked for', async () => {
    const { code, out } = await run(
      'slo',
      'rules',
      availability,
      '--format',
      'prometheusrule',
      '--name',
      'payments',
    );
    expect(code).toBe(0);
    expect(out).toContain('kind: PrometheusRule');
    expect(out).toContain('name: payments');
  });
});

/** Only Prometheus' own tool can say whether it takes the rules. */
const maybe = promtool ? describe : describe.skip;

maybe('slo rules, given to promtool (skipped where there is none)', () => {
  it('prints rules that promtool accepts', async () => {
    const { code, out } = await run(
      'slo',
      'rules',
      join(fixtures, 'availability.yaml'),
      join(fixtures, 'time-slices.yaml'),
    );
    expect(code).toBe(0);
    const name = join(folder, file('rules.yaml', out));
    expect(
      execFileSync(promtool!, ['check', 'rules', name], { encoding: 'utf8' }),
    ).toContain('SUCCESS');
  });
});

describe('asking a portal', () => {
  const objective = {
    ref: 'slo:default/payments',
    entityRef: 'component:default/payments',
    title: 'Payments',
    target: 0.999,
    status: 'critical',
    window: { kind: 'rolling', seconds: 2_592_000, duration: '30d' },
    budget: {
      sli: 0.99931,
      leftRatio: 0.31,
      leftMinutes: 13.392,
      allowedMinutes: 43.2,
    },
    burn: [{ window: '1h', seconds: 3_600, rate: 14.2, total: 9, bad: 1 }],
    asOf: 1_800_000_000,
  };
  const verdict = (name: string) => ({
    entityRef: `component:default/${name}`,
    verdict: name,
    policy: { ref: 'builtin:conservative', title: 'Conservative' },
    checks: [
      { id: 'a', verdict: name, title: `${name} because`, evidence: {} },
      { id: 'b', verdict: 'allow', title: 'fine', evidence: {} },
    ],
    recommendations: [{ action: 'halt-releases', text: 'Halt releases.' }],
    asOf: 1_800_000_000,
  });
  const error = (name: string, message: string) => ({
    error: { name, message },
    response: {},
  });
  const asked: { url?: string; token?: string }[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({
        url: request.url,
        token: request.headers.authorization,
      });
      const send = (status: number, body: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      const path = decodeURIComponent(request.url ?? '');
      const entity = /entityRef=component:default\/(\w+)/.exec(path)?.[1] ?? '';
      if (entity === 'html') {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html>sign in</html>');
      } else if (entity === 'forbidden') {
        send(403, error('NotAllowedError', 'no'));
      } else if (entity === 'unknown') {
        send(401, error('AuthenticationError', 'who'));
      } else if (path.startsWith('/api/slo/v1/gate')) {
        send(200, verdict(entity === 'payments' ? 'deny' : entity));
      } else if (path.includes('slo:default/nothing')) {
        send(404, error('NotFoundError', 'No objective slo:default/nothing'));
      } else if (path.startsWith('/api/slo/v1/objectives/')) {
        send(200, objective);
      } else {
        send(200, { items: [objective], counts: {}, totalItems: 1 });
      }
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('status says how an objective, or each of an entity, stands', async () => {
    const line =
      'slo:default/payments  critical · target 99.9 % over 30d, now 99.931 % · budget left 31 % (13.39 of 43.2 min) · burn 14.2 over 1h · as of 2027-01-15T08:00:00.000Z\n';
    asked.length = 0;
    expect(await run(url, 'slo', 'status', 'slo:payments')).toEqual({
      code: 0,
      out: line,
      err: '',
    });
    expect(await run(url, 'slo', 'status', 'payments')).toMatchObject({
      out: line,
    });
    expect(asked).toEqual([
      {
        url: '/api/slo/v1/objectives/slo%3Adefault%2Fpayments',
        token: 'Bearer secret',
      },
      expect.objectContaining({
        url: expect.stringContaining('component%3Adefault%2Fpayments'),
      }),
    ]);
    const { out } = await run(url, 'slo', 'status', 'slo:payments', '--json');
    expect(JSON.parse(out)).toEqual(objective);
  });

  it('gate carries the verdict in its exit code', async () => {
    expect(await run(url, 'slo', 'gate', 'allow')).toMatchObject({ code: 0 });
    const denied = await run(url, 'slo', 'gate', 'slo:default/payments');
    expect(denied).toEqual({
      code: 3,
      out: 'deny  component:default/payments  policy Conservative\n  deny: deny because\n  → Halt releases.\n',
      err: '',
    });
    expect(await run(url, 'slo', 'gate', 'warn')).toMatchObject({
      code: 0,
      err: 'The gate of component:default/warn warns.\n',
    });
    expect(await run(url, 'slo', 'gate', 'warn', '--strict')).toMatchObject({
      code: 3,
    });
    const json = await run(url, 'slo', 'gate', 'deny', '--json');
    expect(json.code).toBe(3);
    expect(JSON.parse(json.out)).toEqual(verdict('deny'));
  });

  it('keeps its exit code when nobody reads what it says', async () => {
    const child = spawn(
      process.execPath,
      [binary, 'slo', 'gate', 'deny', '--url', url],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', data => {
      err += data;
    });
    const code = await new Promise(done => child.on('close', done));
    expect({ code, err }).toEqual({ code: 3, err: '' });
  });

  it('says in a sentence why there is no answer', async () => {
    for (const [args, sentence] of [
      [['gate', 'forbidden'], /may not see this/],
      [['gate', 'unknown'], /does not take the token/],
      [['gate', 'html'], /not as a portal does/],
      [['status', 'slo:nothing'], /does not know it: .*No objective/],
    ] as const) {
      const { code, out, err } = await run(url, 'slo', ...args);
      expect({ code, out }).toEqual({ code: 4, out: '' });
      expect(err).toMatch(sentence);
    }
    const closed = await run('slo', 'gate', 'x', '--url', 'http://127.0.0.1:9');
    expect(closed.code).toBe(4);
    expect(closed.err).toMatch(/cannot be reached .*Is the portal running/);
  });
});
