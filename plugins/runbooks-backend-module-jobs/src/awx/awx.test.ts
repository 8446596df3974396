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
import { Awx } from './Awx';
import { launchJob } from './launchJob';

interface Job {
  id: number;
  status: string;
  extra_vars: string;
  job_explanation: string;
}

let api: Awaited<ReturnType<typeof startJobsServer>>;
let action: Action;
let actionWithin: (timeoutMs: number) => Action;
let jobs: Job[];
let launch: Record<string, unknown>;

function refusal(status: number, detail: string): VendorAnswer {
  return { status, body: { detail } };
}

function begin(extraVars: object): Job {
  const job = {
    id: 70 + jobs.length,
    status: 'pending',
    extra_vars: JSON.stringify(extraVars),
    job_explanation: '',
  };
  jobs.unshift(job);
  return job;
}

function route(request: VendorRequest): VendorAnswer {
  const { method, path, headers, query, body } = request;
  if (headers.authorization !== 'Bearer s3cret')
    return refusal(401, 'Authentication credentials were not provided.');
  const [, id, rest] = /^\/api\/v2\/jobs\/(\d+)\/(.*)$/.exec(path) ?? [];
  const job = jobs.find(one => String(one.id) === id);
  if (id && !job) return refusal(404, 'Not found.');
  if (rest === 'job_events/')
    return {
      body: {
        results: [
          { counter: 3, stdout: 'PLAY RECAP' },
          { counter: 2, stdout: '' },
          { counter: 1, stdout: 'TASK [restart]' },
        ],
      },
    };
  if (job) return { body: job };
  switch (`${method} ${path.replace('/api/v2/job_templates/', '')}`) {
    case 'GET 7/launch/':
      return { body: launch };
    case 'GET 7/jobs/': {
      if (query.has('extra_vars__contains'))
        return refusal(400, 'Filtering on extra_vars is not allowed.');
      const after = Number(query.get('id__gt') ?? 0);
      const found = jobs.filter(one => one.id > after);
      const size = Number(query.get('page_size'));
      return { body: { count: found.length, results: found.slice(0, size) } };
    }
    case 'POST 7/launch/': {
      const { extra_vars: vars } = body as { extra_vars: { hosts?: string } };
      if (vars.hosts === 'none')
        return refusal(
          403,
          'You do not have permission to perform this action.',
        );
      return {
        status: 201,
        body: { ...begin(vars), job: 1, ignored_fields: {} },
      };
    }
    default:
      return refusal(404, 'Not found.');
  }
}

beforeEach(async () => {
  jobs = [];
  launch = {
    ask_variables_on_launch: true,
    ask_limit_on_launch: false,
    variables_needed_to_start: [],
    passwords_needed_to_start: [],
    job_template_data: { id: 7, name: 'Restart' },
  };
  api = await startJobsServer(route);
  const config = {
    name: 'main',
    url: api.url,
    token: 's3cret',
    apiPath: '/api/v2',
    jobs: [
      { name: 'restart', id: 7, environment: 'production' },
      { name: 'gone', id: 8 },
    ],
  };
  const logger = mockServices.logger.mock();
  actionWithin = timeoutMs =>
    launchJob([Awx.create({ config: { ...config, timeoutMs }, logger })], {
      arriveMs: 0,
    });
  action = actionWithin(60_000);
});

afterEach(() => api.stop());

const wanted = { job: 'restart', variables: { hosts: 'web', count: 2 } };
const plan = (input: object = wanted, more = {}) =>
  action.plan(action.input.parse(input), callOf(more));

describe('awx:launch-job', () => {
  it('launches once, and sees the job through', async () => {
    begin({});
    const { pinned, ...said } = await plan();
    expect(said).toMatchObject({
      target: 'awx/main/7',
      title: { code: 'action.jobs.launch', text: 'Launch Restart of AWX' },
      changes: [
        { label: 'hosts', to: 'web' },
        { label: 'count', to: '2' },
      ],
      refusals: [],
    });
    const call = callOf();
    expect(await action.act(pinned, {}, call)).toEqual({
      state: 'applied',
      result: { job: 71 },
    });
    expect(api.changes).toMatchObject([
      {
        path: '/api/v2/job_templates/7/launch/',
        body: {
          extra_vars: {
            hosts: 'web',
            count: 2,
            ghostlight_action_id: actionId,
          },
        },
      },
    ]);
    const see = () => action.observe!(pinned, { job: 71 }, call);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Job 71 is pending',
    });
    Object.assign(jobs[0], {
      status: 'error',
      job_explanation: 'no such host',
    });
    expect(await see()).toMatchObject({
      state: 'failed',
      text: 'Job 71 ended: error: no such host',
    });
    jobs[0].status = 'successful';
    expect(await see()).toMatchObject({ state: 'done' });
    expect(call.said[1]).toBe('TASK [restart]\nPLAY RECAP\n');
  });

  it.each<[string, object, object, object, string]>([
    ['a template that is not listed', {}, { job: 'rm' }, {}, 'not-allowed'],
    [
      'another environment',
      {},
      wanted,
      { environment: 'staging' },
      'not-allowed',
    ],
    ['a template that is gone', {}, { job: 'gone' }, {}, 'no-job'],
    [
      'one that takes no variables',
      { ask_variables_on_launch: false },
      wanted,
      {},
      'no-variables',
    ],
    [
      'one that needs more',
      { variables_needed_to_start: ['hosts', 'zone'] },
      wanted,
      {},
      'missing-options',
    ],
    [
      'one that needs a password',
      { passwords_needed_to_start: ['ssh'] },
      wanted,
      {},
      'missing-options',
    ],
    [
      'a limit that is not asked for',
      {},
      { ...wanted, limit: 'web1' },
      {},
      'no-limit',
    ],
  ])('is refused for %s', async (_name, how, input, more, code) => {
    Object.assign(launch, how);
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.jobs.${code}` }]);
  });

  it('passes refusals on in the words of AWX', async () => {
    api.answers.push(refusal(401, 'Invalid token.'));
    expect((await plan()).refusals).toMatchObject([
      {
        code: 'action.jobs.refused',
        text: 'AWX main answered 401: Invalid token.',
      },
    ]);
    const { pinned } = await plan({
      job: 'restart',
      variables: { hosts: 'none' },
    });
    expect(await action.act(pinned, {}, callOf())).toEqual({
      state: 'refused',
      error:
        'AWX main answered 403: You do not have permission to perform this action.',
    });
  });

  it.each<[string, Fault, object]>([
    ['that was heard', 'lose', { state: 'applied', result: { job: 70 } }],
    ['that was not', 'cut', { state: 'absent' }],
    ['that took too long', { delayMs: 60_000 }, { state: 'absent' }],
    ['that makes no sense', { body: '<html>' }, { state: 'absent' }],
  ])('looks after an answer %s', async (_name, fault, found) => {
    const { pinned } = await plan();
    begin({ ghostlight_action_id: `${actionId}0` }).extra_vars += ' ';
    jobs.length = 0;
    api.faults.push(fault);
    const { act } = isSilent(fault) ? actionWithin(200) : action;
    await expect(act(pinned, {}, callOf())).rejects.toThrow('AWX');
    expect(await action.readBack(pinned, callOf())).toMatchObject(found);
  });

  it('does not say that nothing was launched when it cannot see all', async () => {
    const { pinned } = await plan();
    for (let i = 0; i < 201; i++) begin({});
    jobs[0].extra_vars = 'not: json';
    expect(await action.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
    });
  });

  it.each<[string, object]>([
    [
      'what Ansible would evaluate',
      { variables: { a: `{{ lookup('pipe', 'id') }}` } },
    ],
    ['a block of it, deep inside', { variables: { a: [{ b: '{% raw %}' }] } }],
    ['how to connect', { variables: { ansible_connection: 'local' } }],
    ['the id of the action', { variables: { ghostlight_action_id: 'x' } }],
    ['NUL', { variables: { a: 'x\u0000' } }],
    ['a file of hosts', { limit: '@/etc/passwd' }],
    ['an option', { limit: '--all' }],
    ['too much', { variables: { a: 'x'.repeat(30_000) } }],
  ])('takes no input with %s', (_name, more) => {
    const { success } = action.input.safeParse({ job: 'restart', ...more });
    expect(success).toBe(false);
  });
});
