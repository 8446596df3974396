import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { binary, commandLine } from './__testUtils__/commandLine';

const { run, remove } = commandLine();

interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

let server: Server;
let url: string;
let asked: Asked[];
let answer: (asked: Asked) => { status?: number; body: unknown };

beforeEach(async () => {
  asked = [];
  server = createServer(async (request: IncomingMessage, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const one: Asked = {
      method: request.method!,
      path: decodeURIComponent(request.url!).replace('/api/runbooks/v1', ''),
      ...(text && { body: JSON.parse(text) }),
    };
    asked.push(one);
    const { status = 200, body } = answer(one);
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

const refusal = (status: number, message: string) => ({
  status,
  body: { error: { name: 'Error', message }, response: { statusCode: status } },
});

const execution = (state: string, more: object = {}) => ({
  id: 'RUN-0017',
  kind: 'runbook',
  title: 'Payments: 5xx',
  state,
  said: { code: `run.${state}`, text: `It is ${state}.` },
  environment: 'production',
  inputs: {},
  runSteps: [],
  ledger: [],
  ...(/succeeded|failed|not-rec|unknown|cancelled|rejected/.test(state) && {
    finishedAt: '2026-11-21T12:00:09.000Z',
  }),
  ...more,
});

const entry = (seq: number, event: string, stepId?: string, text?: string) => ({
  seq,
  at: `2026-11-21T12:00:0${seq}.000Z`,
  event,
  stepId,
  text,
});

/** A portal whose run goes through these, one a look, with the journal of each. */
function portalOf(looks: { run: object; journal?: object[] }[]): typeof answer {
  let at = 0;
  return ({ method, path }) => {
    if (method === 'POST') return { status: 202, body: looks[0].run };
    if (path.includes('/journal'))
      return { body: { items: looks[at - 1]?.journal ?? [] } };
    at = Math.min(at + 1, looks.length);
    return { body: looks[at - 1].run };
  };
}

describe('runbook run', () => {
  it('asks for a run with inputs, and follows it with its output by lines', async () => {
    const asking = execution('waiting', {
      runSteps: [
        {
          id: 'where',
          title: 'Is it everywhere?',
          asks: {
            kind: 'decision',
            choices: [
              { id: 'all', title: 'Yes' },
              { id: 'one', title: 'No' },
            ],
          },
        },
      ],
    });
    answer = portalOf([
      {
        run: asking,
        journal: [
          entry(1, 'requested'),
          entry(2, 'step-started', 'restart.plan', 'Restart'),
          entry(2, 'step-succeeded', 'restart.plan', 'Restart 3 pods'),
          entry(3, 'step-started', 'restart', 'Restart'),
          entry(4, 'output', 'restart', 'one\ntwo of th'),
        ],
      },
      {
        run: execution('succeeded'),
        journal: [
          entry(5, 'output', 'restart', 'ree\n\u001b[31mred\n'),
          entry(6, 'step-succeeded', 'restart'),
          entry(7, 'progress', 'restart.observe', '1 of 3'),
          { ...entry(8, 'step-succeeded', 'restart.observe'), by: 'pod-1:42' },
          { ...entry(9, 'cancel-requested'), by: 'user:default/ann' },
          entry(9, 'step-cancelled', 'next'),
          entry(9, 'step-cancelled', 'next.observe'),
        ],
      },
    ]);
    const { code, out, err } = await run(
      ...['runbook', 'run', 'payments-5xx', '--entity', 'payments'],
      ...['--input', 'pool=left', '--input', 'why=a=b', '--incident', 'INC-7'],
      ...['--reason', 'Errors', '--key', 'k', '--wait', '--url', url],
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([
      'RUN-0017  Payments: 5xx: It is waiting.',
      '12:00:01  asked for',
      '12:00:02  restart  planned: Restart 3 pods',
      '12:00:03  restart  begins: Restart',
      '          restart | one',
      'RUN-0017  waits for you: Is it everywhere?: ghostlight runbook answer RUN-0017 where --choice all|one',
      '          restart | two of three',
      '          restart |  [31mred',
      '12:00:06  restart  done',
      '12:00:07  restart  …: 1 of 3',
      '12:00:08  restart  is over',
      '12:00:09  is being cancelled by user:default/ann',
      '12:00:09  next  called off',
      'RUN-0017  succeeded: It is succeeded.',
    ]);
    expect(asked[0]).toEqual({
      method: 'POST',
      path: '/executions',
      body: {
        runbookRef: 'runbook:default/payments-5xx',
        inputs: { pool: 'left', why: 'a=b' },
        key: 'k',
        entityRef: 'component:default/payments',
        incidentId: 'INC-7',
        reason: 'Errors',
      },
    });
    // By cursor: what was read is not read again.
    expect(
      asked
        .filter(({ path }) => path.includes('journal'))
        .map(({ path }) => path),
    ).toEqual([
      '/executions/RUN-0017/journal?after=0&limit=200',
      '/executions/RUN-0017/journal?after=4&limit=200',
    ]);
  });

  it.each([
    ['succeeded', 0],
    ['failed', 1],
    ['cancelled', 1],
    ['rejected', 3],
    ['not-recovered', 5],
    ['unknown', 6],
  ])(
    'says %s by its exit code, and all of it as JSON',
    async (state, expected) => {
      answer = portalOf([{ run: execution(state) }]);
      const { code, out } = await run(
        ...['runbook', 'run', 'x', '--dry-run', '--json', '--url', url],
      );
      expect(code).toBe(expected);
      expect(JSON.parse(out)).toMatchObject({ id: 'RUN-0017', state });
      expect(asked[0].body).toMatchObject({ dryRun: true });
    },
  );

  it('prints the id and how to follow it, when nobody waits', async () => {
    answer = portalOf([{ run: execution('running') }]);
    expect(await run('runbook', 'run', 'x', '--url', url)).toEqual({
      code: 0,
      out: 'RUN-0017\n',
      err: 'RUN-0017  Payments: 5xx: It is running.\nFollow it with: ghostlight runbook follow RUN-0017\n',
    });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [400, 'inputs: pool is required', 2, /^inputs: pool is required\n$/],
    [403, 'You do not have the permission', 4, /does not allow it: You do/],
    [404, 'No runbook', 4, /does not know it: No runbook/],
  ])(
    'says why a portal refuses with %i',
    async (status, said, expected, text) => {
      answer = () => refusal(status, said);
      const { code, err } = await run('runbook', 'run', 'x', '--url', url);
      expect(code).toBe(expected);
      expect(err).toMatch(text);
    },
  );

  it.each([
    [['--input', 'pool'], /write name=value/],
    [['--input', 'a=1', '--input', 'a=2'], /given twice/],
  ])('takes no %j', async (more, text) => {
    const { code, err } = await run(
      'runbook',
      'run',
      'x',
      '--url',
      url,
      ...more,
    );
    expect(code).toBe(2);
    expect(err).toMatch(text);
    expect(asked).toEqual([]);
  });

  it('goes on when the portal is away for a moment', async () => {
    const portal = portalOf([
      { run: execution('running') },
      { run: execution('succeeded') },
    ]);
    let looks = 0;
    answer = one => {
      looks += 1;
      return looks === 3 ? refusal(503, 'Starting') : portal(one);
    };
    const { code } = await run('runbook', 'follow', 'RUN-0017', '--url', url);
    expect(code).toBe(0);
  });

  it('leaves a run running when nobody looks any more, and says how to go on', async () => {
    const running = { run: execution('running') };
    answer = portalOf([running]);
    const child = spawn(
      process.execPath,
      [binary, 'runbook', 'follow', 'RUN-0017', '--url', url],
      { env: { ...process.env, NODE_ENV: undefined } },
    );
    let err = '';
    child.stderr.on('data', data => {
      err += data;
    });
    const ended = new Promise<number | null>(resolve => {
      child.on('exit', resolve);
    });
    while (!asked.some(({ path }) => path.includes('journal')))
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(err).toMatch(/RUN-0017 goes on.*\n.*runbook cancel RUN-0017/);
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('what people do with runs', () => {
  const done = () => ({ body: execution('running') });

  it.each([
    [
      [
        'answer',
        'RUN-0017',
        'look',
        '--done',
        '--checked',
        '1,3',
        '--notes',
        'n',
      ],
      '/executions/RUN-0017/answers',
      { stepId: 'look', done: true, checked: [0, 2], notes: 'n' },
    ],
    [
      ['answer', 'RUN-0017', 'where', '--choice', 'one'],
      '/executions/RUN-0017/answers',
      { stepId: 'where', choice: 'one' },
    ],
    [
      ['answer', 'RUN-0017', 'ok', '--reject'],
      '/executions/RUN-0017/answers',
      { stepId: 'ok', approve: false },
    ],
    [
      ['answer', 'RUN-0017', '--approve', '--notes', 'Go'],
      '/executions/RUN-0017/decision',
      { approve: true, comment: 'Go' },
    ],
    [
      ['cancel', 'RUN-0017', '--reason', 'Wrong one'],
      '/executions/RUN-0017/controls',
      { action: 'cancel', reason: 'Wrong one' },
    ],
  ])('%j', async (args, path, body) => {
    answer = done;
    const { code, out } = await run('runbook', ...args, '--url', url);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'RUN-0017  running: It is running.\n',
    });
    expect(asked).toEqual([{ method: 'POST', path, body }]);
  });

  it('ticks all of a checklist', async () => {
    answer = ({ method }) =>
      method === 'POST'
        ? done()
        : {
            body: execution('waiting', {
              runSteps: [{ id: 'look', asks: { checklist: ['a', 'b'] } }],
            }),
          };
    await run(
      ...['runbook', 'answer', 'RUN-0017', 'look', '--done'],
      ...['--checked', 'all', '--url', url],
    );
    expect(asked[1].body).toEqual({
      stepId: 'look',
      done: true,
      checked: [0, 1],
    });
  });

  it.each([
    [['answer', 'RUN-0017', 'look'], 2],
    [['answer', 'RUN-0017', 'look', '--done', '--reject'], 2],
    [['answer', 'RUN-0017', '--done'], 2],
    [['answer', 'RUN-0017', 'look', '--done', '--checked', '0'], 2],
    [['cancel', 'RUN-0017'], 2],
  ])('%j is not asked', async (args, expected) => {
    const { code } = await run('runbook', ...args, '--url', url);
    expect(code).toBe(expected);
    expect(asked).toEqual([]);
  });
});

describe('what there is', () => {
  const runbook = {
    ref: 'runbook:default/payments-5xx',
    title: 'Payments: 5xx',
    steps: 2,
    runnable: true,
    inputs: [{ name: 'pool', type: 'string', required: true }],
    findings: [],
    phases: [
      {
        id: 'p',
        title: 'Mitigate',
        steps: [
          {
            id: 'drop',
            title: 'Drop the table',
            kind: 'action',
            action: 'test:drop',
            reversible: false,
            when: { step: 'where', in: ['one'] },
          },
        ],
      },
    ],
    may: {
      run: { allowed: false, who: [], why: { code: 'x', text: 'Not you.' } },
    },
  };

  it('lists runbooks by words, and those for an incident with why', async () => {
    answer = () => ({ body: { items: [runbook], total: 1 } });
    const byWords = await run('runbook', 'list', 'pay', '5xx', '--url', url);
    expect(byWords.out).toBe(
      'runbook:default/payments-5xx  Payments: 5xx  2 steps  never run\n',
    );
    expect(asked[0].path).toBe('/runbooks?limit=50&q=pay 5xx');
    answer = () => ({
      body: {
        items: [
          {
            kind: 'runbook',
            runbook: {
              ...runbook,
              because: [{ code: 'x', text: 'It fires.' }],
            },
          },
        ],
      },
    });
    const help = await run(
      'runbook',
      'list',
      '--incident',
      'INC-7',
      '--url',
      url,
    );
    expect(help.out).toMatch(/\n {2}It fires\.\n$/);
    expect(asked[1].path).toBe('/suggestions?incidentId=INC-7');
  });

  it('shows a runbook', async () => {
    answer = () => ({ body: runbook });
    const { out } = await run('runbook', 'show', 'payments-5xx', '--url', url);
    expect(out.trimEnd().split('\n')).toEqual([
      'Payments: 5xx  runbook:default/payments-5xx',
      '--input pool=<string>',
      'Mitigate:',
      '  drop  Drop the table  (test:drop; cannot be taken back; after where: one)',
      'Not you.',
    ]);
  });

  it('lists policies, and switches them', async () => {
    const off = {
      scope: 'all',
      on: false,
      by: 'user:default/ann',
      at: '2026-11-21T12:00:00.000Z',
      reason: 'Storm',
    };
    const policy = {
      ref: 'remediationpolicy:default/p',
      mode: 'approve',
      wantedMode: 'auto',
      earned: { said: { code: 'x', text: 'It asks until 3 are verified.' } },
      switch: { scope: 'remediationpolicy:default/p', on: true },
      tally: { tried: 2, verified: 1, ineffective: 1, harmful: 0 },
      sentence: { code: 'x', text: 'When A fires, it asks to do B.' },
    };
    answer = ({ path }) => {
      if (path === '/switches') return { body: { items: [off] } };
      return path.includes('cursor')
        ? { body: { items: [], total: 1 } }
        : { body: { items: [policy], total: 1, nextCursor: 'c' } };
    };
    const { out } = await run('remediation', 'list', '--url', url);
    expect(out.trimEnd().split('\n')).toEqual([
      'all is switched off since 2026-11-21T12:00:00.000Z by user:default/ann: Storm',
      'remediationpolicy:default/p  approve  tried 2, verified 1, ineffective 1, harmful 0',
      '  When A fires, it asks to do B.',
      '  It asks until 3 are verified.',
    ]);
    asked = [];
    answer = () => ({ body: off });
    await run(
      'remediation',
      'switch',
      'off',
      '--reason',
      'Storm',
      '--url',
      url,
    );
    await run(
      ...['remediation', 'switch', 'on', 'p', '--reason', 'Over', '--url', url],
    );
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual(
      [
        ['PUT', '/switches', { scope: 'all', on: false, reason: 'Storm' }],
        [
          'PUT',
          '/switches',
          { scope: 'remediationpolicy:default/p', on: true, reason: 'Over' },
        ],
      ],
    );
    const bad = await run('remediation', 'switch', 'maybe', '--reason', 'x');
    expect(bad.code).toBe(2);
  });
});
