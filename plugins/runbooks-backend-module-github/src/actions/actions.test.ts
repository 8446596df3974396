import type { Action } from '@ghostlight/plugin-runbooks-node';
import type { GithubApi } from '../__testUtils__/GithubApi';
import { actionId, callOf, startGithub } from '../__testUtils__/startGithub';
import type { GithubConfig } from '../readGithubConfig';
import { dispatchWorkflow } from './dispatchWorkflow';
import { rerunWorkflow } from './rerunWorkflow';

let api: GithubApi;
let dispatch: Action;
let dispatchWithin: (timeoutMs: number) => Action;
let rerun: Action;

async function start(config: Partial<GithubConfig> = {}) {
  await api?.server.stop().catch(() => {});
  const started = await startGithub(config);
  api = started.api;
  dispatchWithin = timeoutMs =>
    dispatchWorkflow(started.githubWithin(timeoutMs), { settleMs: 0 });
  dispatch = dispatchWorkflow(started.github, { settleMs: 0 });
  rerun = rerunWorkflow(started.github, { settleMs: 0 });
  return started;
}

beforeEach(async () => {
  await start();
});
afterEach(() => api.server.stop());

const wanted = { workflow: 'restart.yml', inputs: { region: 'eu' } };
const plan = (input: object = wanted, more = {}) =>
  dispatch.plan(dispatch.input.parse(input), callOf(more));

describe('github:dispatch-workflow', () => {
  it('starts the run once, with the id of the action, and sees it through', async () => {
    api.end(api.run(), 'success');
    const { pinned, ...said } = await plan();
    expect(said).toMatchObject({
      target: 'github/shop/payments/restart.yml',
      title: { text: 'Start restart.yml of shop/payments on main' },
      changes: [{ label: 'region', to: 'eu' }],
      refusals: [],
    });
    const call = callOf();
    const acted = await dispatch.act(pinned, {}, call);
    expect(acted).toMatchObject({ state: 'applied', result: { runId: 102 } });
    expect(api.writes).toMatchObject([
      {
        path: '/repos/shop/payments/actions/workflows/restart.yml/dispatches',
        body: {
          ref: 'main',
          inputs: { region: 'eu', action_id: actionId },
          return_run_details: true,
        },
      },
    ]);
    const see = () => dispatch.observe!(pinned, { runId: 102 }, call);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Run 102 is queued',
    });
    api.end(api.runs[0], 'failure');
    expect(await see()).toMatchObject({
      state: 'failed',
      text: expect.stringContaining('Run 102 ended with failure: https://'),
      result: { runId: 102, conclusion: 'failure' },
    });
    expect(call.said).toEqual(['restart: failure at "kubectl"\n']);
    api.end(api.runs[0], 'success');
    expect(await see()).toMatchObject({ state: 'done' });
  });

  it('finds its run by name where the reply says nothing', async () => {
    api.details = false;
    const { pinned } = await plan();
    const call = callOf();
    expect(await dispatch.act(pinned, {}, call)).toEqual({ state: 'applied' });
    api.run({ display_title: `Restart ${actionId}-2` });
    expect(await dispatch.observe!(pinned, {}, call)).toMatchObject({
      text: 'Run 101 is queued',
    });
  });

  it.each<[string, () => void, object, object, string]>([
    ['no repository', () => {}, wanted, { entity: undefined }, 'no-repository'],
    [
      'a repository of others',
      () => {},
      { ...wanted, repository: 'shop/vault' },
      {},
      'not-allowed',
    ],
    ['a path', () => {}, { workflow: '../x.yml' }, {}, 'no-workflow'],
    [
      'a file that is not there',
      () => {},
      { workflow: 'x.yml' },
      {},
      'no-file',
    ],
    [
      'a workflow without dispatch',
      () => api.files.set('restart.yml', 'on: push'),
      wanted,
      {},
      'no-dispatch',
    ],
    [
      'no YAML',
      () => api.files.set('restart.yml', '{{'),
      wanted,
      {},
      'no-dispatch',
    ],
    [
      'one switched off',
      () => (api.state = 'disabled_manually'),
      wanted,
      {},
      'disabled',
    ],
    ['an archive', () => (api.archived = true), wanted, {}, 'archived'],
    [
      'inputs it does not have',
      () => {},
      { ...wanted, inputs: { region: 'eu', x: '1' } },
      {},
      'unknown-inputs',
    ],
    [
      'the id of the action as an input',
      () => {},
      { ...wanted, inputs: { region: 'eu', action_id: 'x' } },
      {},
      'unknown-inputs',
    ],
    [
      'a missing input',
      () => {},
      { workflow: 'restart.yml' },
      {},
      'missing-inputs',
    ],
    [
      'what is no choice',
      () => {},
      { ...wanted, inputs: { region: 'mars' } },
      {},
      'wrong-inputs',
    ],
    [
      'a token that is not taken',
      () => (api.token = 'x'),
      wanted,
      {},
      'refused',
    ],
  ])('is refused for %s', async (_name, arrange, input, more, code) => {
    arrange();
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.github.${code}` }]);
  });

  it.each<[string, Partial<GithubConfig>, object, boolean]>([
    [
      'an own workflow that is listed',
      { ownWorkflows: ['restart.yml'] },
      {},
      true,
    ],
    ['one that is not', { ownWorkflows: [] }, {}, false],
    ['another owner', { organizations: ['bank'] }, {}, false],
    [
      'a listed one for its environment',
      {
        ownWorkflows: [],
        workflows: [
          {
            repository: 'Shop/payments',
            workflow: 'restart.yml',
            environment: 'production',
          },
        ],
      },
      {},
      true,
    ],
    [
      'a listed one for another environment',
      {
        ownWorkflows: [],
        workflows: [
          {
            repository: 'shop/payments',
            workflow: 'restart.yml',
            environment: 'staging',
          },
        ],
      },
      {},
      false,
    ],
  ])(
    'is allowed or not by the configuration: %s',
    async (_name, config, more, isAllowed) => {
      await start(config);
      const { refusals } = await plan(wanted, more);
      expect(refusals.length === 0).toBe(isAllowed);
    },
  );

  it('passes refusals on in the words of GitHub', async () => {
    const { pinned } = await plan({ ...wanted, ref: 'main' });
    const act = () => dispatch.act({ ...pinned, ref: 'gone' }, {}, callOf());
    expect(await act()).toEqual({
      state: 'refused',
      error: 'GitHub answered 422: No ref found for: gone',
    });
    api.faults.push({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect(await act()).toMatchObject({ state: 'refused' });
  });

  it('does not take a rate limit or garbage for a refusal', async () => {
    api.answers.push({ body: { default_branch: 7 } });
    await expect(plan()).rejects.toThrow('in another form');
    const { pinned } = await plan();
    api.faults.push({
      status: 429,
      headers: { 'retry-after': '0' },
      body: { message: 'slow down' },
    });
    await expect(dispatch.act(pinned, {}, callOf())).rejects.toThrow(
      'slow down',
    );
  });

  it.each<[string, 'cut' | 'lose' | object, object]>([
    ['that was heard', 'lose', { state: 'applied', result: { runId: 101 } }],
    ['that was not', 'cut', { state: 'absent' }],
    ['that took too long', { delayMs: 60_000 }, { state: 'absent' }],
  ])('looks after an answer %s', async (_name, fault, found) => {
    const { pinned } = await plan();
    api.faults.push(fault as 'cut');
    const { act } = typeof fault === 'object' ? dispatchWithin(200) : dispatch;
    await expect(act(pinned, {}, callOf())).rejects.toThrow('GitHub');
    expect(await dispatch.readBack(pinned, callOf())).toMatchObject(found);
  });

  it('does not say that nothing began before GitHub can have listed it', async () => {
    const { github } = await start();
    const patient = dispatchWorkflow(github, { settleMs: 60_000 });
    const { pinned } = await plan();
    expect(await patient.readBack(pinned, callOf())).toMatchObject({
      state: 'unknown',
      error: 'The run is not there yet; it may still come',
    });
  });

  it('is not sure of runs that do not say whose they are', async () => {
    api.details = false;
    api.files.set('restart.yml', 'on: workflow_dispatch');
    api.run();
    const { pinned, refusals } = await plan({ workflow: 'restart.yml' });
    expect(refusals).toEqual([]);
    expect(await dispatch.readBack(pinned, callOf())).toEqual({
      state: 'absent',
    });
    const call = callOf();
    expect(await dispatch.act(pinned, {}, call)).toEqual({ state: 'applied' });
    expect(api.writes[0].body).toMatchObject({ inputs: {} });
    expect(await dispatch.readBack(pinned, call)).toMatchObject({
      state: 'unknown',
      error: expect.stringContaining('none says for which action'),
    });
    expect(await dispatch.observe!(pinned, {}, call)).toMatchObject({
      text: 'Run 102 is queued',
    });
    api.run();
    expect(await dispatch.observe!(pinned, {}, call)).toMatchObject({
      state: 'failed',
      text: expect.stringContaining('2 runs began'),
    });
  });

  it.each([
    { inputs: { 'a\nb': '1' } },
    { ref: '-x' },
    { inputs: { a: '\u0000' } },
  ])('takes no input such as %j', more => {
    expect(dispatch.input.safeParse({ ...wanted, ...more }).success).toBe(
      false,
    );
  });
});

describe('github:rerun-workflow', () => {
  const planned = (input: object = { workflow: 'restart.yml' }) =>
    rerun.plan(rerun.input.parse(input), callOf());

  it('does the failed jobs of the last run again', async () => {
    const run = api.run({ event: 'push' });
    api.end(run, 'failure');
    const { pinned, refusals, changes } = await planned();
    expect(refusals).toEqual([]);
    expect(changes).toEqual([{ label: 'Attempt', from: '1', to: '2' }]);
    const call = callOf();
    expect(await rerun.readBack(pinned, call)).toEqual({ state: 'absent' });
    api.faults.push('lose');
    await expect(rerun.act(pinned, {}, call)).rejects.toThrow();
    expect(await rerun.readBack(pinned, call)).toEqual({ state: 'applied' });
    // A second time GitHub refuses.
    expect(await rerun.act(pinned, {}, call)).toEqual({
      state: 'refused',
      error: 'GitHub answered 403: This workflow is already running',
    });
    expect(await rerun.observe!(pinned, {}, call)).toMatchObject({
      state: 'progressing',
    });
    api.end(run, 'success');
    expect(await rerun.observe!(pinned, {}, call)).toMatchObject({
      state: 'done',
    });
  });

  it('is refused for what did not fail, is of another workflow, or is not there', async () => {
    api.end(api.run(), 'success');
    api.end(api.run({ path: '.github/workflows/other.yml' }), 'failure');
    const codes = [];
    for (const run of [101, 102, 999])
      codes.push(
        (await planned({ workflow: 'restart.yml', run })).refusals[0]?.code,
      );
    expect(codes).toEqual([
      'action.github.not-failed',
      'action.github.no-run',
      'action.github.no-run',
    ]);
  });
});
