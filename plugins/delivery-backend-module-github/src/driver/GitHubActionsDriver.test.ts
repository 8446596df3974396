import type { DriverPlan, DriverStep } from '@ghostlight/plugin-delivery-node';
import {
  payments,
  rollbackWorkflow,
  startGithub,
} from '../__testUtils__/startGithub';

const { signal } = new AbortController();
let turn = 0;

describe('the driver of GitHub', () => {
  let hub: Awaited<ReturnType<typeof startGithub>>;
  let call: { actionId: string; signal: AbortSignal };

  beforeEach(async () => {
    hub = await startGithub();
    turn += 1;
    call = { actionId: `run-${turn}.step`, signal };
  });

  afterEach(() => hub.stop());

  async function target() {
    const [found] = await hub.driver.targets(payments, signal);
    return found;
  }

  async function plans(
    annotations: Record<string, string> = {},
    toRevision = String(hub.first.id),
  ): Promise<DriverPlan[]> {
    const { metadata } = payments;
    return hub.driver.plan({
      entity: {
        ...payments,
        metadata: {
          ...metadata,
          annotations: { ...metadata.annotations, ...annotations },
        },
      },
      target: await target(),
      toRevision,
      signal,
    });
  }

  const refusalsOf = ({ refusals }: DriverPlan) =>
    refusals.map(({ text }) => text);

  it('finds the environments of an entity and what succeeded there', async () => {
    hub.api.deploy(hub.bad, 'prod', ['in_progress', 'failure']);
    expect(await target()).toEqual({
      driver: 'github-actions',
      ref: 'shop/payments/prod',
      title: 'shop/payments, prod (GitHub)',
      environment: 'production',
    });
    expect(await hub.driver.revisions(await target(), signal)).toMatchObject([
      { id: String(hub.second.id), version: '1.1.0', current: true },
      {
        id: String(hub.first.id),
        version: '1.0.0',
        commit: hub.good,
        current: false,
      },
    ]);
  });

  it('plans both ways, the lasting one with what it takes back', async () => {
    const [dispatch, revert] = await plans();
    expect(dispatch).toMatchObject({
      from: { version: '1.1.0' },
      to: { version: '1.0.0' },
      lane: { id: 'workflow-dispatch', lasts: false },
      oneWay: [{ text: expect.stringContaining('db/migrate/0042.sql') }],
      undoers: [{ effect: 'undoes' }],
      refusals: [],
      steps: [
        {
          pinned: {
            branch: 'main',
            inputs: { version: '1.0.0', ref: hub.good },
            actionInput: 'action_id',
          },
        },
      ],
    });
    expect(revert).toMatchObject({
      lane: { id: 'revert-pull-request', lasts: true },
      undoers: [],
      refusals: [],
      steps: [{ pinned: { base: 'main', headSha: hub.bad } }],
    });
    expect(revert.diff).toContain('-two\n+one');
    expect(hub.api.writes(/./)).toEqual([]);
  });

  it('does not know what is not among the last', async () => {
    await expect(plans({}, '1')).rejects.toThrow('Deployment 1 is not among');
    const [dispatch] = await plans({}, String(hub.second.id));
    expect(refusalsOf(dispatch)[0]).toContain('has 1.1.0 already');
  });

  describe('starts a workflow', () => {
    let plan: DriverPlan;
    let step: DriverStep;

    beforeEach(async () => {
      [plan] = await plans();
      step = {
        ...plan.steps[0],
        pinned: { ...plan.steps[0].pinned, settleMs: 100 },
      };
    });

    const dispatches = () => hub.api.writes(/dispatches$/).length;

    it('once, whoever asks again, and watches its run', async () => {
      const { driver, api } = hub;
      expect(await driver.act(step, call)).toEqual({ state: 'applied' });
      expect(await driver.act(step, call)).toEqual({ state: 'applied' });
      expect(dispatches()).toBe(1);
      const [run] = api.runs;
      expect(run.display_title).toBe(
        `Rollback to 1.0.0 [ghostlight:${call.actionId}]`,
      );
      expect(await driver.readBack(step, call)).toMatchObject({
        state: 'applied',
        result: { runId: run.id },
      });
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'progressing',
      });
      Object.assign(run, { status: 'completed', conclusion: 'success' });
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'healthy',
      });
      run.conclusion = 'timed_out';
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'failed',
        text: expect.stringContaining('timed_out'),
      });
      expect(driver.cancel(plan, ['dispatch-workflow'])).toEqual([]);
    });

    it('and finds it when the answer was lost and the run is listed late', async () => {
      hub.api.hideRuns = true;
      hub.api.faults.push({ method: 'POST', path: /dispatches/, then: 'lose' });
      await expect(hub.driver.act(step, call)).rejects.toThrow(
        'cannot be reached',
      );
      expect(await hub.driver.readBack(step, call)).toMatchObject({
        state: 'unknown',
      });
      hub.api.hideRuns = false;
      expect(await hub.driver.readBack(step, call)).toMatchObject({
        state: 'applied',
      });
      expect(dispatches()).toBe(1);
    });

    it('and knows after a while that it was not', async () => {
      hub.api.faults.push({ method: 'POST', path: /dispatches/, then: 'cut' });
      await expect(hub.driver.act(step, call)).rejects.toThrow();
      expect(await hub.driver.readBack(step, call)).toMatchObject({
        state: 'unknown',
      });
      await new Promise(resolve => {
        setTimeout(resolve, 120);
      });
      expect(await hub.driver.readBack(step, call)).toEqual({
        state: 'absent',
      });
    });

    it('of no other action, however alike their ids are', async () => {
      await hub.driver.act(step, { ...call, actionId: `${call.actionId}-2` });
      expect(await hub.driver.act(step, call)).toEqual({ state: 'applied' });
      expect(dispatches()).toBe(2);
    });

    it.each([
      [403, 'Resource not accessible by integration'],
      [404, 'Not Found'],
      [422, 'Unexpected inputs provided'],
    ])('unless GitHub answers %d', async (status, message) => {
      hub.api.faults.push({
        method: 'POST',
        path: /dispatches/,
        then: { status, body: { message } },
      });
      expect(await hub.driver.act(step, call)).toEqual({
        state: 'refused',
        error: `GitHub answered ${status}: ${message}`,
      });
    });

    it.each<[string, string | undefined, string]>([
      ['is not there', undefined, 'There is no shop/payments'],
      ['is no YAML', 'on: [', 'is no YAML'],
      ['is not for it', 'on: push', 'add workflow_dispatch'],
      [
        'takes no action id',
        rollbackWorkflow.replace('action_id: {required: true}', ''),
        'declare the input action_id',
      ],
      [
        'does not name its run',
        rollbackWorkflow.replace(/run-name.*/, ''),
        'run-name: Rollback to',
      ],
      [
        'takes no version',
        rollbackWorkflow
          .replace('version: {required: true}', '')
          .replace('ref: {required: true}', ''),
        'neither version nor ref',
      ],
      [
        'wants more',
        `${rollbackWorkflow}      region: {required: true}\n`,
        'requires the input region',
      ],
    ])('unless the file %s', async (_name, text, message) => {
      if (text === undefined) hub.api.workflows.delete('rollback.yml');
      else hub.api.workflows.set('rollback.yml', text);
      const [dispatch] = await plans();
      expect(refusalsOf(dispatch)).toEqual([expect.stringContaining(message)]);
    });

    it('that the entity names', async () => {
      hub.api.workflows.set('own.yaml', rollbackWorkflow);
      const [dispatch] = await plans({
        'ghostlight.dev/rollback-workflow': 'own.yaml',
      });
      expect(dispatch.steps[0].pinned).toMatchObject({ workflow: 'own.yaml' });
    });
  });

  describe('opens a pull request', () => {
    let plan: DriverPlan;
    let step: DriverStep;

    beforeEach(async () => {
      plan = (await plans())[1];
      [step] = plan.steps;
    });

    const branch = () => `ghostlight/revert-${call.actionId}`;

    it('once, that takes the files back, and watches it until it is merged', async () => {
      const { driver, api } = hub;
      expect(await driver.readBack(step, call)).toEqual({ state: 'absent' });
      expect(await driver.dryRun(step, signal)).toEqual({ state: 'applied' });
      const outcome = await driver.act(step, call);
      expect(outcome).toMatchObject({
        state: 'applied',
        result: { url: expect.stringContaining('/pull/') },
      });
      expect(await driver.act(step, call)).toEqual(outcome);
      expect(api.pulls).toHaveLength(1);
      expect(api.pulls[0]).toMatchObject({
        title: 'Go back to 1.0.0 from 1.1.0',
        base: 'main',
        head: { ref: branch() },
      });
      expect(api.filesOf(branch())).toEqual({
        'app.txt': 'one',
        'README.md': 'Hello',
      });
      api.checks.push(
        { status: 'completed', conclusion: 'success' },
        { status: 'completed', conclusion: 'failure' },
      );
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'progressing',
        text: expect.stringContaining('1 of 2 checks passed, 1 failed'),
      });
      api.pulls[0].merged_at = api.now();
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'healthy',
      });
    });

    it.each([
      ['the tree', /git\/trees/],
      ['the commit', /git\/commits/],
      ['the branch', /git\/refs/],
      ['the pull request', /pulls/],
    ])('once when the answer about %s is lost', async (_name, path) => {
      hub.api.faults.push({ method: 'POST', path, then: 'lose' });
      await expect(hub.driver.act(step, call)).rejects.toThrow(
        'cannot be reached',
      );
      const found = await hub.driver.readBack(step, call);
      if (found.state === 'absent') await hub.driver.act(step, call);
      expect(await hub.driver.readBack(step, call)).toMatchObject({
        state: 'applied',
      });
      expect(hub.api.pulls).toHaveLength(1);
      expect([...hub.api.refs.keys()]).toEqual(['main', branch()]);
    });

    it('once when two replicas do it', async () => {
      const outcomes = await Promise.all([
        hub.driver.act(step, call),
        hub.driver.act(step, call),
      ]);
      expect(outcomes).toMatchObject([
        { state: 'applied' },
        { state: 'applied' },
      ]);
      expect(hub.api.pulls).toHaveLength(1);
    });

    it('on top of what came meanwhile, unless that touched the files', async () => {
      const { driver, api } = hub;
      const files = api.filesOf('main');
      api.commit('main', { ...files, 'docs.md': 'New' });
      expect(await driver.act(step, call)).toMatchObject({ state: 'applied' });
      expect(api.filesOf(branch())).toMatchObject({
        'app.txt': 'one',
        'docs.md': 'New',
      });
      api.commit('main', { ...files, 'app.txt': 'three' });
      expect(await driver.act(step, { ...call, actionId: 'other' })).toEqual({
        state: 'refused',
        error: 'app.txt was changed on main meanwhile; plan again',
      });
    });

    it('unless somebody else has the branch', async () => {
      hub.api.commit(branch(), { 'x.txt': 'x' });
      expect(await hub.driver.act(step, call)).toMatchObject({
        state: 'refused',
        error: expect.stringContaining('is somebody else'),
      });
    });

    it('only for the folder of the entity', async () => {
      const [, revert] = await plans({ 'ghostlight.dev/deploy-path': './db/' });
      expect(revert.steps[0].pinned.entries).toEqual([
        { path: 'db/migrate/0042.sql', mode: '100644', sha: null },
      ]);
      const [, nothing] = await plans({ 'ghostlight.dev/deploy-path': 'docs' });
      expect(refusalsOf(nothing)[0]).toContain('There is nothing to revert');
    });

    it('unless it cannot be reverted cleanly', async () => {
      const files = hub.api.filesOf('main');
      hub.api.commit('main', { ...files, 'app.txt': 'three' });
      const [, touched] = await plans();
      expect(refusalsOf(touched)[0]).toContain(
        'app.txt was changed again on main after',
      );
      hub.api.refs.set('main', hub.api.commit('lost', files));
      const [, elsewhere] = await plans();
      expect(refusalsOf(elsewhere)[0]).toContain('main does not have');
    });

    it('unless the token may not, which it says in the plan and in GitHub’s words', async () => {
      hub.api.permissions = { push: false };
      const [, revert] = await plans();
      expect(refusalsOf(revert)[0]).toContain('may not write to shop/payments');
      hub.api.faults.push({
        method: 'POST',
        path: /git\/refs/,
        then: { status: 403, body: { message: 'Resource not accessible' } },
      });
      expect(await hub.driver.act(step, call)).toEqual({
        state: 'refused',
        error: 'GitHub answered 403: Resource not accessible',
      });
      expect(hub.api.pulls).toEqual([]);
    });

    it('and closes it when it is cancelled', async () => {
      const { driver, api } = hub;
      await driver.act(step, call);
      const [close] = driver.cancel(plan, ['revert-pull-request']);
      const undo = { ...call, actionId: 'undo' };
      expect(await driver.readBack(close, undo)).toEqual({ state: 'absent' });
      expect(await driver.act(close, undo)).toMatchObject({ state: 'applied' });
      expect(await driver.readBack(close, undo)).toEqual({ state: 'applied' });
      expect([...api.refs.keys()]).toEqual(['main']);
      expect(await driver.observe(plan, call)).toMatchObject({
        state: 'failed',
        text: expect.stringContaining('closed unmerged'),
      });
    });
  });

  it('waits when GitHub limits it, and does not take that for a refusal', async () => {
    const [dispatch] = await plans();
    hub.api.faults.push({
      method: 'POST',
      path: /dispatches/,
      then: {
        status: 403,
        headers: { 'retry-after': '3600' },
        body: { message: 'You have exceeded a secondary rate limit' },
      },
    });
    await expect(hub.driver.act(dispatch.steps[0], call)).rejects.toMatchObject(
      { reason: 'rate-limited' },
    );
  });
});
