import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
  type ActionCall,
} from '@ghostlight/plugin-runbooks-node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import runbooksModuleScaffolder from '.';

const actionId = '0b6b4c1e-5f0d-4f6a-9a53-3f6f0e2f9d10';

interface Task {
  id: string;
  spec: { parameters: JsonObject };
  status: string;
  createdAt: string;
}

/** What becomes of the next tasks asked for: nothing, or it is done and not told; or another answer. */
type Fault = 'cut' | 'lose' | { status: number; body: string };

/** A scaffolder that keeps the contract of the plugin's API. */
class Scaffolder {
  tasks: Task[] = [];
  faults: Fault[] = [];
  asked: JsonObject[] = [];
  schema: JsonObject = {
    title: 'Restart',
    steps: [
      { title: 'What', schema: { type: 'object', required: ['service'] } },
    ],
  };
  private clock = Date.parse('2026-11-21T10:00:00Z');

  begin(parameters: JsonObject): Task {
    this.clock += 1_000;
    const task = {
      id: `task-${this.tasks.length + 1}`,
      spec: { parameters },
      status: 'open',
      createdAt: new Date(this.clock).toISOString(),
    };
    this.tasks.unshift(task);
    return task;
  }

  async handle(req: IncomingMessage, res: ServerResponse) {
    const url = new URL(req.url ?? '/', 'http://loopback');
    const say = (status: number, body: unknown) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    const what = `${req.method} ${url.pathname}`;
    const [, id, rest] = /^GET \/v2\/tasks\/([^/]+)(.*)$/.exec(what) ?? [];
    const task = this.tasks.find(one => one.id === id);
    if (id && !task) return say(404, { error: { message: 'no such task' } });
    if (rest === '/events')
      return say(200, [
        { type: 'log', body: { message: 'Beginning step restart' } },
        { type: 'completion', body: { message: 'Run completed' } },
      ]);
    if (task) return say(200, task);
    if (what === 'GET /v2/tasks') {
      const offset = Number(url.searchParams.get('offset') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 10);
      return say(200, {
        tasks: this.tasks.slice(offset, offset + limit),
        totalTasks: this.tasks.length,
      });
    }
    if (what.endsWith('/parameter-schema'))
      return what.includes('/template/restart/')
        ? say(200, this.schema)
        : say(404, {
            error: { name: 'NotFoundError', message: 'Entity not found' },
          });
    if (what !== 'POST /v2/tasks') return say(404, {});
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const fault = this.faults.shift();
    if (fault === 'cut') return req.socket.destroy();
    if (typeof fault === 'object') return say(fault.status, fault.body);
    if (asked.values.service === 7)
      return say(400, {
        errors: [{ stack: 'instance.service is not of a type(s) string' }],
      });
    this.asked.push(asked);
    const begun = this.begin(asked.values);
    return fault === 'lose' ? req.socket.destroy() : say(201, { id: begun.id });
  }
}

let scaffolder: Scaffolder;
let action: Action;
let stop: () => Promise<void>;

async function start(templates: JsonObject[]) {
  const actions: Action[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        runbooksExtensionPoint,
        { addAction: (one: Action) => actions.push(one) },
      ],
    ],
    features: [
      runbooksModuleScaffolder,
      createBackendPlugin({
        pluginId: 'scaffolder',
        register(env) {
          env.registerInit({
            deps: { httpRouter: coreServices.httpRouter },
            async init({ httpRouter }) {
              httpRouter.use((req, res) => void scaffolder.handle(req, res));
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: { runbooks: { scaffolder: { templates } } },
      }),
    ],
  });
  return { actions, stop: () => backend.stop() };
}

beforeAll(async () => {
  const started = await start([
    { ref: 'restart', environment: 'production' },
    { ref: 'template:default/gone' },
  ]);
  [action] = started.actions;
  stop = started.stop;
});

afterAll(() => stop());

beforeEach(() => {
  scaffolder = new Scaffolder();
});

function callOf(more: Partial<ActionCall> = {}) {
  const said: string[] = [];
  const call: ActionCall = {
    environment: 'production',
    requestedBy: 'user:default/ines',
    signal: new AbortController().signal,
    actionId,
    output: text => void said.push(text),
    ...more,
  };
  return Object.assign(call, { said });
}

const wanted = {
  template: 'template:default/restart',
  values: { service: 'payments' },
};
const plan = (input: object = wanted, more = {}) =>
  action.plan(action.input.parse(input), callOf(more));

describe('scaffolder:run-template', () => {
  it('runs the template once, and sees its task through', async () => {
    const { pinned, ...said } = await plan();
    expect(said).toMatchObject({
      target: 'template:default/restart',
      title: {
        code: 'action.scaffolder.run',
        text: 'Run the template Restart',
      },
      changes: [{ label: 'service', to: 'payments' }],
      refusals: [],
    });
    const call = callOf();
    expect(await action.act(pinned, {}, call)).toEqual({
      state: 'applied',
      result: { taskId: 'task-1' },
    });
    expect(scaffolder.asked).toEqual([
      {
        templateRef: 'template:default/restart',
        values: { service: 'payments', ghostlightActionId: actionId },
      },
    ]);
    const see = () => action.observe!(pinned, { taskId: 'task-1' }, call);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Task task-1 is open',
    });
    scaffolder.tasks[0].status = 'failed';
    expect(await see()).toMatchObject({ state: 'failed' });
    scaffolder.tasks[0].status = 'completed';
    expect(await see()).toMatchObject({
      state: 'done',
      result: { taskId: 'task-1', status: 'completed' },
    });
    expect(call.said[1]).toBe('Beginning step restart\nRun completed\n');
  });

  it.each<[string, () => void, object, object, string]>([
    [
      'a template that is not listed',
      () => {},
      { template: 'delete-all' },
      {},
      'not-allowed',
    ],
    [
      'what is no template',
      () => {},
      { template: 'component:default/restart' },
      {},
      'not-allowed',
    ],
    [
      'another environment',
      () => {},
      wanted,
      { environment: 'staging' },
      'not-allowed',
    ],
    ['a template that is gone', () => {}, { template: 'gone' }, {}, 'refused'],
    [
      'a missing value',
      () => {},
      { template: 'restart' },
      {},
      'missing-values',
    ],
    [
      'the id of the action',
      () => {},
      { ...wanted, values: { service: 'a', ghostlightActionId: 'x' } },
      {},
      'reserved-value',
    ],
    [
      'a template that takes nothing more',
      () => {
        scaffolder.schema = {
          title: 'Restart',
          steps: [{ title: '', schema: { additionalProperties: false } }],
        };
      },
      wanted,
      {},
      'closed',
    ],
  ])('is refused for %s', async (_name, arrange, input, more, code) => {
    arrange();
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.scaffolder.${code}` }]);
  });

  it('passes refusals on in the words of the scaffolder', async () => {
    const { pinned } = await plan({ ...wanted, values: { service: 7 } });
    expect(await action.act(pinned, {}, callOf())).toEqual({
      state: 'refused',
      error:
        'The scaffolder answered 400: instance.service is not of a type(s) string',
    });
    scaffolder.faults.push({
      status: 403,
      body: '{"error":{"message":"Unauthorized"}}',
    });
    expect(await action.act(pinned, {}, callOf())).toEqual({
      state: 'refused',
      error: 'The scaffolder answered 403: Unauthorized',
    });
  });

  it.each<[string, Fault, object]>([
    [
      'that was heard',
      'lose',
      { state: 'applied', result: { taskId: 'task-3' } },
    ],
    [
      'that was not',
      'cut',
      {
        state: 'unknown',
        error: 'The task is not there yet; it may still come',
      },
    ],
    [
      'that was an error',
      { status: 502, body: '<html>' },
      { state: 'unknown' },
    ],
  ])('looks after an answer %s', async (_name, fault, found) => {
    scaffolder.begin({ service: 'a' });
    scaffolder.begin({ ghostlightActionId: `${actionId}0` });
    const { pinned } = await plan();
    scaffolder.faults.push(fault);
    const call = callOf({
      actionId:
        fault === 'lose'
          ? actionId
          : `${actionId}${JSON.stringify(fault).length}`,
    });
    await expect(action.act(pinned, {}, call)).rejects.toThrow(
      'The scaffolder',
    );
    expect(await action.readBack(pinned, call)).toMatchObject(found);
  });

  it('does not look at more tasks than may be its own', async () => {
    for (let i = 0; i < 150; i++) scaffolder.begin({});
    const { pinned } = await plan();
    for (let i = 0; i < 120; i++) scaffolder.begin({});
    await action.act(pinned, {}, callOf());
    for (let i = 0; i < 120; i++) scaffolder.begin({});
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'applied',
      result: { taskId: 'task-271' },
    });
    for (let i = 0; i < 500; i++) scaffolder.begin({});
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
      error: expect.stringContaining('More tasks'),
    });
  });

  it.each([
    { values: { a: '\u0000' } },
    { values: { a: 'x'.repeat(30_000) } },
    { template: '' },
  ])('takes no input such as %#', more => {
    expect(action.input.safeParse({ ...wanted, ...more }).success).toBe(false);
  });
});

describe('the module', () => {
  it('brings nothing without templates', async () => {
    const { actions, stop: end } = await start([]);
    await end();
    expect(actions).toEqual([]);
  });

  it('does not start with what is no template', async () => {
    await expect(start([{ ref: 'component:default/x' }])).rejects.toThrow(
      'runbooks.scaffolder.templates[0].ref',
    );
  });
});
