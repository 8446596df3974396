import { mockServices } from '@backstage/backend-test-utils';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import type {
  VendorAnswer,
  VendorRequest,
} from '@ghostlight/reliability-node/testUtils';
import { actionId, callOf } from '../__testUtils__/call';
import {
  isSilent,
  startJobsServer,
  type Fault,
} from '../__testUtils__/startJobsServer';
import { Rundeck } from './Rundeck';
import { runJob } from './runJob';

const job = '3b6c19f6-41ee-475f-8fd0-8f1a26f27a9a';
const option = 'ghostlight_action_id';

interface Execution {
  id: number;
  status: string;
  permalink: string;
  argstring: string;
}

let api: Awaited<ReturnType<typeof startJobsServer>>;
let action: Action;
let actionWithin: (timeoutMs: number) => Action;
let executions: Execution[];
let options: object[];
let info: object;

function refusal(status: number, message: string): VendorAnswer {
  return { status, body: { error: true, apiversion: 44, message } };
}

function execute(argstring: string): Execution {
  const id = 40 + executions.length;
  const execution = {
    id,
    status: 'running',
    permalink: `https://rundeck.example.com/execution/show/${id}`,
    argstring,
  };
  executions.unshift(execution);
  return execution;
}

function route({ method, path, headers, body }: VendorRequest): VendorAnswer {
  if (headers['x-rundeck-auth-token'] !== 's3cret')
    return refusal(403, '(Token:s3cr****) is not authorized');
  const [, id, rest] = /^\/api\/44\/execution\/(\d+)(.*)$/.exec(path) ?? [];
  const execution = executions.find(one => String(one.id) === id);
  if (id && !execution)
    return refusal(404, `Execution ID does not exist: ${id}`);
  if (rest === '/output')
    return {
      body: {
        execCompleted: true,
        entries: [
          { node: 'web1', log: 'draining', level: 'NORMAL' },
          { node: 'web1', log: 'restarted', level: 'NORMAL' },
        ],
      },
    };
  if (execution) return { body: execution };
  switch (`${method} ${path.replace(`/api/44/job/${job}`, '')}`) {
    case 'GET /info':
      return { body: info };
    case 'GET ':
      return { body: [{ name: 'restart', options }] };
    case 'GET /executions':
      return { body: { paging: {}, executions } };
    case 'POST /run': {
      const { options: given } = body as { options: Record<string, string> };
      if (given.node === 'web9')
        return refusal(400, 'Option node: value is not allowed');
      const args = Object.entries(given).map(
        ([name, value]) => `-${name} ${value}`,
      );
      return { body: execute(args.join(' ')) };
    }
    default:
      return refusal(404, 'Job ID does not exist');
  }
}

beforeEach(async () => {
  executions = [];
  options = [
    { name: option },
    { name: 'node', required: true },
    { name: 'mode', enforced: true, values: ['soft', 'hard'], value: 'soft' },
    { name: 'password', secure: true },
  ];
  info = { id: job, name: 'restart', enabled: true };
  api = await startJobsServer(route);
  const config = {
    name: 'main',
    url: api.url,
    token: 's3cret',
    apiPath: '/api/44',
    jobs: [
      {
        name: 'restart',
        id: job,
        environment: 'production',
        actionOption: option,
      },
      { name: 'gone', id: 'gone', actionOption: option },
    ],
  };
  const logger = mockServices.logger.mock();
  actionWithin = timeoutMs =>
    runJob([Rundeck.create({ config: { ...config, timeoutMs }, logger })], {
      arriveMs: 0,
    });
  action = actionWithin(60_000);
});

afterEach(() => api.stop());

const wanted = { job: 'restart', options: { node: 'web1' } };
const plan = (input: object = wanted, more = {}) =>
  action.plan(action.input.parse(input), callOf(more));

describe('rundeck:run-job', () => {
  it('runs the job once, and sees it through', async () => {
    execute('-node web0').status = 'succeeded';
    const input = {
      job: 'restart',
      options: { node: 'web1', password: 'hunter2' },
    };
    const { pinned, ...said } = await plan(input);
    expect(JSON.stringify(pinned)).not.toContain('hunter2');
    expect(said).toMatchObject({
      target: `rundeck/main/${job}`,
      title: { code: 'action.jobs.run', text: 'Run restart of Rundeck' },
      changes: [
        { label: 'node', to: 'web1' },
        { label: 'password', to: '***' },
      ],
      refusals: [],
    });
    const call = callOf();
    const acted = await action.act(pinned, input, call);
    expect(acted).toMatchObject({
      state: 'applied',
      result: { execution: 41 },
    });
    expect(api.changes).toMatchObject([
      {
        body: {
          options: { node: 'web1', password: 'hunter2', [option]: actionId },
        },
      },
    ]);
    const see = () => action.observe!(pinned, { execution: 41 }, call);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Execution 41 is running',
    });
    executions[0].status = 'failed';
    expect(await see()).toMatchObject({ state: 'failed' });
    executions[0].status = 'succeeded';
    expect(await see()).toMatchObject({
      state: 'done',
      text: 'Execution 41 ended: succeeded',
    });
    expect(call.said[1]).toBe('web1: draining\nweb1: restarted\n');
    executions.length = 0;
    expect(await see()).toMatchObject({ state: 'failed' });
  });

  it.each<[string, () => void, object, object, string]>([
    ['a job that is not listed', () => {}, { job: 'rm' }, {}, 'not-allowed'],
    [
      'another environment',
      () => {},
      wanted,
      { environment: 'staging' },
      'not-allowed',
    ],
    ['a job that is gone', () => {}, { job: 'gone' }, {}, 'no-job'],
    [
      'a job switched off',
      () => (info = { ...info, executionEnabled: false }),
      wanted,
      {},
      'disabled',
    ],
    [
      'a job without the option',
      () => options.shift(),
      wanted,
      {},
      'no-action-option',
    ],
    [
      'an option it does not have',
      () => {},
      { ...wanted, options: { node: 'a', x: '1' } },
      {},
      'unknown-options',
    ],
    [
      'the id of the action',
      () => {},
      { ...wanted, options: { node: 'a', [option]: '1' } },
      {},
      'unknown-options',
    ],
    ['a missing option', () => {}, { job: 'restart' }, {}, 'missing-options'],
    [
      'a value that is no choice',
      () => {},
      { ...wanted, options: { node: 'a', mode: 'x' } },
      {},
      'wrong-options',
    ],
    [
      'a refused token',
      () => api.answers.push(refusal(401, 'Unauthorized')),
      wanted,
      {},
      'refused',
    ],
  ])('is refused for %s', async (_name, arrange, input, more, code) => {
    arrange();
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.jobs.${code}` }]);
  });

  it('passes refusals on in the words of Rundeck', async () => {
    const { pinned } = await plan({ ...wanted, options: { node: 'web9' } });
    expect(await action.act(pinned, wanted, callOf())).toEqual({
      state: 'refused',
      error: 'Rundeck main answered 400: Option node: value is not allowed',
    });
  });

  it('is not done for a job that has left the configuration', async () => {
    const { pinned } = await plan();
    expect(
      await action.act({ ...pinned, id: 'other' }, wanted, callOf()),
    ).toEqual({
      state: 'refused',
      error: 'restart is not in the configuration any more',
    });
    expect(api.changes).toEqual([]);
  });

  it.each<[string, Fault, object]>([
    ['that was heard', 'lose', { state: 'applied', result: { execution: 40 } }],
    ['that was not', 'cut', { state: 'absent' }],
    ['that took too long', { delayMs: 60_000 }, { state: 'absent' }],
    ['that makes no sense', { body: { id: 'x' } }, { state: 'absent' }],
  ])('looks after an answer %s', async (_name, fault, found) => {
    const { pinned } = await plan();
    api.faults.push(fault);
    const { act } = isSilent(fault) ? actionWithin(200) : action;
    await expect(act(pinned, wanted, callOf())).rejects.toThrow('Rundeck');
    expect(await action.readBack(pinned, callOf())).toMatchObject(found);
  });

  it('does not say that nothing ran when it cannot see that far back', async () => {
    const { pinned } = await plan();
    for (let i = 0; i < 200; i++) execute('-node other');
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
    });
    api.answers.push('cut', 'cut', 'cut');
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
      error: expect.stringContaining('cannot be reached'),
    });
  });
});
