import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandLine } from './__testUtils__/commandLine';

const { run, remove } = commandLine();

let server: Server;
let url: string;
let asked: { method: string; path: string; body?: unknown }[];
let answers: { status?: number; body: unknown }[];

beforeEach(async () => {
  asked = [];
  answers = [];
  server = createServer(async (request: IncomingMessage, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    asked.push({
      method: request.method!,
      path: decodeURIComponent(request.url!),
      ...(text && { body: JSON.parse(text) }),
    });
    const { status = 200, body } = answers.shift()!;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());
afterAll(remove);

const gate = (verdict: string, checks: object[] = []) => ({
  entityRef: 'component:default/payments',
  environment: 'production',
  version: '2.3.4',
  purpose: 'deploy',
  verdict,
  said: { code: 'x', text: 'No: too much of the error budget is spent.' },
  checks,
  asOf: '2026-11-21T12:00:00.000Z',
  expiresAt: '2026-11-21T12:05:00.000Z',
});

describe('delivery gate', () => {
  it('says why not and how to pass, and denies by its exit code', async () => {
    answers = [
      {
        body: gate('deny', [
          {
            id: 'budget',
            title: 'Error budget',
            verdict: 'fail',
            said: { code: 'budget.fail', text: 'Spent.' },
            howToPass: { code: 'budget.how', text: 'Wait.' },
            evidence: [],
          },
          {
            id: 'freeze',
            title: 'Freezes',
            verdict: 'pass',
            said: { code: 'freeze.pass', text: 'No freeze.' },
            evidence: [],
          },
        ]),
      },
    ];
    const { code, out } = await run(
      ...['delivery', 'gate', 'payments', '--release', '2.3.4', '--url', url],
    );
    expect(code).toBe(3);
    expect(out.trimEnd().split('\n')).toEqual([
      'deny  component:default/payments 2.3.4 in production: No: too much of the error budget is spent.',
      '  fail: Error budget: Spent.',
      '    → Wait.',
    ]);
    expect(asked[0].path).toBe(
      '/api/delivery/v1/gate?entityRef=component:default/payments&environment=production&version=2.3.4',
    );
  });

  it.each([
    ['allow', [], 0],
    ['warn', [], 0],
    ['warn', ['--strict'], 3],
  ])('%s with %j ends with %i', async (verdict, options, expected) => {
    answers = [{ body: gate(verdict) }];
    const { code } = await run(
      ...['delivery', 'gate', 'payments', '--url', url, ...options],
    );
    expect(code).toBe(expected);
  });
});

describe('delivery tell', () => {
  it('sends the deployment in the form of a CI step', async () => {
    answers = [
      { status: 202, body: { accepted: 1, rejected: [], duplicate: false } },
    ];
    const { code, err } = await run(
      ...['delivery', 'tell', 'payments', '--release', '2.3.4'],
      ...['--commit', 'abc1234', '--author', 'Ada', '--url', url],
    );
    expect({ code, err }).toEqual({ code: 0, err: 'Told\n' });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/api/delivery/v1/changes/ci',
        body: {
          entityRef: 'component:default/payments',
          environment: 'production',
          version: '2.3.4',
          status: 'succeeded',
          commit: 'abc1234',
          author: 'Ada',
        },
      },
    ]);
  });

  it('says what the portal did not understand', async () => {
    answers = [
      {
        status: 202,
        body: {
          accepted: 0,
          rejected: [{ field: 'entityRef', reason: 'is no ref' }],
          duplicate: false,
        },
      },
    ];
    const { code, err } = await run(
      ...['delivery', 'tell', 'payments', '--release', '1', '--url', url],
    );
    expect({ code, err }).toEqual({ code: 1, err: 'entityRef: is no ref\n' });
  });
});

describe('delivery changes', () => {
  it('prints one a line, the latest first', async () => {
    answers = [
      {
        body: {
          items: [
            {
              id: '1',
              kind: 'deployment',
              title: 'payments 2.3.4',
              entityRef: 'component:default/payments',
              environment: 'production',
              version: '2.3.4',
              strategy: 'rolling',
              startedAt: '2026-11-21T12:00:00.000Z',
              outcome: 'succeeded',
              startedBy: { kind: 'pipeline' },
              source: 'ci',
              author: 'Ada',
            },
          ],
        },
      },
    ];
    const { out } = await run('delivery', 'changes', 'payments', '--url', url);
    expect(out).toBe(
      '2026-11-21T12:00:00.000Z  deployment  succeeded  component:default/payments  production  2.3.4  by Ada\n',
    );
  });
});
