import { mockServices } from '@backstage/backend-test-utils';
import type { Action } from '@ghostlight/plugin-runbooks-node';
import { actionId, callOf } from '../__testUtils__/call';
import { WorkflowsApi } from '../__testUtils__/WorkflowsApi';
import { submit } from './submit';
import { WorkflowServers } from './WorkflowServers';

let api: WorkflowsApi;
let action: Action;
let actionWithin: (timeoutMs: number) => Action;
const name = `ghostlight-${actionId}`;

beforeEach(async () => {
  api = await WorkflowsApi.start();
  actionWithin = timeoutMs =>
    submit(
      WorkflowServers.create({
        logger: mockServices.logger.mock(),
        servers: [
          {
            name: 'main',
            url: api.server.url,
            token: 's3cret',
            timeoutMs,
            environment: 'production',
            templates: [
              { namespace: 'ops', name: 'clear-cache' },
              { namespace: 'ops', name: 'gone' },
            ],
          },
        ],
      }),
    );
  action = actionWithin(60_000);
});

afterEach(() => api.server.stop());

const plan = (input: object, more = {}) =>
  action.plan(action.input.parse(input), callOf(more));
const wanted = { template: 'clear-cache', parameters: { region: 'eu' } };

describe('argo-workflows:submit', () => {
  it('submits once, and follows the workflow to its end', async () => {
    const { pinned, ...said } = await plan(wanted);
    expect(said).toMatchObject({
      target: 'argo-workflows/main/ops/clear-cache',
      title: { text: 'Submit ops/clear-cache' },
      changes: [
        { label: 'region', to: 'eu' },
        { label: 'depth', to: '1' },
      ],
      refusals: [],
    });
    expect(await action.dryRun!(pinned, callOf())).toEqual({
      state: 'applied',
    });
    expect(api.workflows.size).toBe(0);
    const call = callOf();
    const applied = {
      state: 'applied',
      result: { workflow: name, namespace: 'ops' },
    };
    expect(await action.act(pinned, {}, call)).toEqual(applied);
    expect(await action.act(pinned, {}, call)).toEqual(applied);
    expect([...api.workflows.values()]).toMatchObject([
      {
        metadata: { name, labels: { 'ghostlight.dev/action-id': actionId } },
        parameters: ['region=eu'],
      },
    ]);
    const see = () => action.observe!(pinned, applied.result, call);
    expect(await see()).toMatchObject({
      state: 'progressing',
      text: 'Pending',
    });
    const workflow = api.workflows.get(name)!;
    workflow.status = { phase: 'Running', progress: '1/2' };
    expect(await see()).toMatchObject({ text: 'Running 1/2' });
    workflow.status = {
      phase: 'Failed',
      message: 'child failed',
      nodes: {
        b: {
          displayName: 'flush',
          type: 'Pod',
          phase: 'Failed',
          message: 'Error (exit code 3)',
          startedAt: '2026-11-21T10:01:00Z',
        },
        a: {
          displayName: 'find',
          type: 'Pod',
          phase: 'Succeeded',
          startedAt: '2026-11-21T10:00:00Z',
        },
        root: { displayName: 'all', type: 'DAG', phase: 'Failed' },
      },
    };
    expect(await see()).toEqual({
      state: 'failed',
      text: `${name} Failed: child failed`,
      result: { phase: 'Failed' },
    });
    expect(call.said).toEqual([
      'find Succeeded\nflush Failed: Error (exit code 3)\n',
    ]);
    workflow.status = { phase: 'Succeeded' };
    expect(await see()).toMatchObject({ state: 'done' });
    api.workflows.clear();
    expect(await see()).toMatchObject({ state: 'failed' });
  });

  it.each<[string, object, object, string]>([
    [
      'a template that is not listed',
      { template: 'rm' },
      {},
      'template-not-allowed',
    ],
    [
      'another environment',
      wanted,
      { environment: 'staging' },
      'template-not-allowed',
    ],
    ['a template that is gone', { template: 'gone' }, {}, 'no-template'],
    [
      'a parameter that is not declared',
      { ...wanted, parameters: { region: 'eu', x: '1' } },
      {},
      'unknown-parameters',
    ],
    [
      'a parameter that is missing',
      { template: 'clear-cache' },
      {},
      'missing-parameters',
    ],
    [
      'a value that is no choice',
      { ...wanted, parameters: { region: 'mars' } },
      {},
      'wrong-parameters',
    ],
  ])('is refused for %s', async (_name, input, more, code) => {
    const { refusals } = await plan(input, more);
    expect(refusals).toMatchObject([{ code: `action.argo.${code}` }]);
  });

  it.each<[string, object, object]>([
    [
      '401',
      { status: 401, body: { code: 16, message: 'token not valid' } },
      {
        refusals: [
          { text: 'Argo Workflows main answered 401: token not valid' },
        ],
      },
    ],
    [
      '403',
      {
        status: 403,
        body: { code: 7, message: 'workflowtemplates is forbidden' },
      },
      { refusals: [{ code: 'action.argo.refused' }] },
    ],
  ])('says %s in the words of the server', async (_name, answer, expected) => {
    api.answers.push(answer);
    expect(await plan(wanted)).toMatchObject(expected);
  });

  it('does not take a page or another form for an answer', async () => {
    api.answers.push({ body: '<html>' });
    await expect(plan(wanted)).rejects.toThrow('no JSON');
    api.answers.push({ body: { metadata: 7 } });
    await expect(plan(wanted)).rejects.toThrow('in another form');
  });

  it('passes on that the server does not take it, in a dry run too', async () => {
    api.template = {
      metadata: { name: 'clear-cache' },
      spec: { arguments: { parameters: [{ name: 'region' }] } },
    };
    const { pinned } = await plan({
      ...wanted,
      parameters: { region: 'eu\nx' },
    });
    const refused = {
      state: 'refused',
      error:
        'Argo Workflows main answered 400: spec.arguments.region is not valid',
    };
    expect(await action.dryRun!(pinned, callOf())).toEqual(refused);
    expect(await action.act(pinned, {}, callOf())).toEqual(refused);
  });

  it.each<[string, 'cut' | 'lose' | object, string]>([
    ['that was heard', 'lose', 'applied'],
    ['that was not', 'cut', 'absent'],
    ['that took too long', { delayMs: 60_000 }, 'absent'],
  ])('looks after an answer %s', async (_name, fault, state) => {
    const { pinned } = await plan(wanted);
    api.faults.push(fault as 'cut');
    const { act } = typeof fault === 'object' ? actionWithin(200) : action;
    await expect(act(pinned, {}, callOf())).rejects.toThrow();
    expect(await action.readBack(pinned, callOf())).toMatchObject({ state });
  });

  it.each([{ 'a=b': '1' }, { a: 'x\u0000' }, { a: 1 }])(
    'takes no parameters such as %j',
    parameters => {
      expect(
        action.input.safeParse({ template: 'clear-cache', parameters }).success,
      ).toBe(false);
    },
  );
});
