import type { DriverPlan } from '@ghostlight/plugin-delivery-node';
import {
  appOf,
  commitOf,
  manifestsOf,
  payments,
  startArgo,
} from '../__testUtils__/startArgo';

const { signal } = new AbortController();
const [pauseCall, backCall] = ['pause', 'back'].map(step => ({
  actionId: `run-1.${step}`,
  signal,
}));

describe('the Argo CD driver', () => {
  let argo: Awaited<ReturnType<typeof startArgo>>;

  beforeEach(async () => {
    argo = await startArgo();
  });

  afterEach(() => argo.stop());

  async function target() {
    const [found] = await argo.driver.targets(payments, signal);
    return found;
  }

  async function plans(toRevision = '0'): Promise<DriverPlan[]> {
    return argo.driver.plan({
      entity: payments,
      target: await target(),
      toRevision,
      signal,
    });
  }

  async function paused(): Promise<DriverPlan> {
    const [plan] = await plans();
    await argo.driver.act(plan.steps[0], pauseCall);
    return plan;
  }

  const operations = () =>
    argo.api.writes.filter(({ path }) => /(sync|rollback)$/.test(path)).length;
  const texts = async (toRevision?: string) =>
    (await plans(toRevision))[0].refusals.map(({ text }) => text);

  it('finds the applications of an entity by name, by selector and by namespace', async () => {
    expect(await target()).toEqual({
      driver: 'argocd',
      ref: 'main/argocd/payments',
      title: 'application payments (Argo CD main)',
      environment: 'production',
    });
    const other = appOf('cart');
    other.metadata.labels = { team: 'shop' };
    other.spec.destination.name = 'lab';
    argo.api.apps.set('cart', other);
    const annotated = (annotations: Record<string, string>) =>
      argo.driver.targets(
        { ...payments, metadata: { name: 'x', annotations } },
        signal,
      );
    expect(
      await annotated({ 'argocd/app-selector': 'team=shop' }),
    ).toMatchObject([{ ref: 'main/argocd/cart', environment: 'staging' }]);
    expect(await annotated({})).toEqual([]);
    expect(
      await annotated({
        'argocd/app-name': 'cart',
        'argocd/instance-name': 'elsewhere',
      }),
    ).toEqual([]);
  });

  it('knows the versions of the history by their images', async () => {
    expect(await argo.driver.revisions(await target(), signal)).toMatchObject([
      { id: '1', version: '1.1.0', commit: commitOf('1.1.0'), current: true },
      { id: '0', version: '1.0.0', image: expect.any(String), current: false },
    ]);
  });

  it('plans with everything pinned, and shows no secret', async () => {
    const [plan, ...others] = await plans();
    expect(others).toEqual([]);
    expect(plan).toMatchObject({
      from: { id: '1', version: '1.1.0' },
      to: { id: '0', version: '1.0.0' },
      refusals: [],
      oneWay: [{ text: 'migration 0042' }],
      undoers: [
        { name: 'Auto-sync', effect: 'paused-by-plan' },
        { name: 'Self-healing', effect: 'paused-by-plan' },
      ],
      lane: {
        id: 'argocd',
        lasts: false,
        said: { text: expect.stringContaining('stays paused until somebody') },
      },
      steps: [
        {
          id: 'pause-auto-sync',
          reversible: true,
          pinned: {
            app: { uid: 'uid-payments' },
            automated: { prune: true, selfHeal: true },
          },
        },
        {
          id: 'rollback',
          pinned: {
            how: 'sync',
            lastId: 1,
            to: { id: 0, revisions: [commitOf('1.0.0')] },
          },
        },
      ],
    });
    expect(plan.values).toEqual([
      expect.objectContaining({
        kind: 'image',
        from: 'registry.example/shop/payments:1.1.0',
        to: 'registry.example/shop/payments:1.0.0',
      }),
      { kind: 'env', label: 'env FEATURE_X', from: 'on' },
      { kind: 'env', label: 'env DB_PASSWORD', from: '(hidden)' },
    ]);
    expect(plan.diff).toContain('-            - name: FEATURE_X');
    expect(JSON.stringify(plan)).not.toContain('hunter2');
    expect(argo.api.writes).toEqual([]);
  });

  it('pauses, synchronises back and watches, each once, whoever asks again', async () => {
    const { driver, app, api } = argo;
    const [plan] = await plans();
    const [pause, back] = plan.steps;
    expect(await driver.readBack(pause, pauseCall)).toEqual({
      state: 'absent',
    });
    expect(await driver.act(pause, pauseCall)).toEqual({ state: 'applied' });
    expect(await driver.act(pause, pauseCall)).toEqual({ state: 'applied' });
    expect(await driver.readBack(pause, pauseCall)).toEqual({
      state: 'applied',
    });
    expect(app.spec.syncPolicy).toEqual({});
    expect(app.metadata.annotations).toEqual({
      'ghostlight.dev/action-id': 'run-1.pause',
      'ghostlight.dev/paused-auto-sync': '{"prune":true,"selfHeal":true}',
    });

    expect(await driver.readBack(back, backCall)).toEqual({ state: 'absent' });
    expect(await driver.dryRun(back, signal)).toEqual({ state: 'applied' });
    expect(await driver.act(back, backCall)).toEqual({ state: 'applied' });
    expect(await driver.observe(plan, backCall)).toMatchObject({
      state: 'progressing',
      text: 'Asked for; Argo CD begins',
    });
    api.begin(app);
    expect(await driver.act(back, backCall)).toEqual({ state: 'applied' });
    expect(await driver.observe(plan, backCall)).toMatchObject({
      state: 'progressing',
      text: 'Synchronising: waiting for healthy state of apps/Deployment/payments',
    });
    api.finish(app);
    expect(await driver.readBack(back, backCall)).toEqual({ state: 'applied' });
    expect(await driver.observe(plan, backCall)).toMatchObject({
      state: 'progressing',
    });
    api.reconcile(app, 'Healthy');
    expect(await driver.observe(plan, backCall)).toMatchObject({
      state: 'healthy',
      result: { health: 'Healthy', historyId: 2 },
    });
    expect(operations()).toBe(1);
    expect(api.writes.at(-1)?.body).toMatchObject({
      revision: commitOf('1.0.0'),
      strategy: { apply: { force: false } },
      prune: false,
      infos: [{ name: 'ghostlight.dev/action-id', value: 'run-1.back' }, {}],
    });
  });

  it('is refused by the server itself while auto-sync is on', async () => {
    const [{ steps }] = await plans();
    expect(await argo.driver.act(steps[1], backCall)).toEqual({
      state: 'refused',
      error: expect.stringContaining('auto-sync currently set to main'),
    });
  });

  it('takes Argo CD’s own rollback where the source was another one, and knows it again', async () => {
    const { driver, app, api } = argo;
    app.spec.source = { ...app.spec.source, path: 'elsewhere' };
    const [plan] = await plans();
    expect(plan.values).toContainEqual(
      expect.objectContaining({ label: 'revision' }),
    );
    expect(plan.steps[1].pinned).toMatchObject({ how: 'rollback' });
    await driver.act(plan.steps[0], pauseCall);
    api.faults.push({ method: 'POST', then: 'lose' });
    await expect(driver.act(plan.steps[1], backCall)).rejects.toThrow(
      'cannot be reached',
    );
    expect(await driver.readBack(plan.steps[1], backCall)).toEqual({
      state: 'applied',
    });
    api.finish(app);
    expect(await driver.act(plan.steps[1], backCall)).toEqual({
      state: 'applied',
    });
    api.reconcile(app, 'Healthy');
    expect(await driver.observe(plan, backCall)).toMatchObject({
      state: 'healthy',
    });
    expect(operations()).toBe(1);
    expect(app.status.history.at(-1)?.source).toMatchObject({
      path: 'payments',
    });
  });

  it('offers to prune what would be left over', async () => {
    argo.api.manifests.set(
      commitOf('1.1.0'),
      manifestsOf('1.1.0', {
        extra: [
          { kind: 'ConfigMap', metadata: { name: 'extra', namespace: 'shop' } },
          {
            kind: 'Job',
            metadata: {
              name: 'migrate',
              namespace: 'shop',
              annotations: { 'argocd.argoproj.io/hook': 'PreSync' },
            },
          },
        ],
      }),
    );
    const [plan, prune] = await plans();
    expect(plan.lane.said.text).toContain('Leaves ConfigMap shop/extra.');
    expect(plan.oneWay).toMatchObject([
      { text: expect.stringContaining('Hooks do not run') },
    ]);
    expect(prune).toMatchObject({
      lane: { id: 'argocd-prune' },
      steps: [{ id: 'pause-auto-sync' }, { pinned: { prune: true } }],
    });
  });

  it.each<[string, () => void, string, string]>([
    [
      'an ApplicationSet',
      () => {
        argo.app.metadata.ownerReferences = [
          { kind: 'ApplicationSet', name: 'shops' },
        ];
      },
      'ApplicationSet shops',
      'undoes',
    ],
    [
      'an application of applications',
      () => {
        argo.app.metadata.annotations = {
          'argocd.argoproj.io/tracking-id':
            'root:argoproj.io/Application:argocd/payments',
        };
      },
      'Application root',
      'undoes',
    ],
    [
      'the next sync',
      () => {
        delete argo.app.spec.syncPolicy;
      },
      'The next sync',
      'undoes',
    ],
  ])('says what %s would do', async (_name, change, name, effect) => {
    change();
    const [{ undoers }] = await plans();
    expect(undoers).toContainEqual(expect.objectContaining({ name, effect }));
  });

  describe('refuses', () => {
    it('what is there already', async () => {
      expect(await texts('1')).toEqual([
        'Application payments has 1.1.0 already',
      ]);
    });

    it('what the token may not do, in the plan and in the server’s words', async () => {
      argo.api.forbidden.add('update');
      expect(await texts()).toEqual([
        expect.stringContaining(
          'may not update application shop/payments: give its account "p, <account>, applications, update, shop/payments, allow"',
        ),
      ]);
      argo.api.forbidden.clear();
      const { steps } = await paused();
      argo.api.forbidden.add('sync');
      expect(await argo.driver.act(steps[1], backCall)).toEqual({
        state: 'refused',
        error:
          'Argo CD main answered 403: permission denied: applications, sync, shop/payments',
      });
    });

    it('outside a sync window', async () => {
      argo.api.windowClosed = true;
      expect(await texts()).toEqual([
        'A sync window of project shop is closed for application payments',
      ]);
    });

    it('a row that the history does not have', async () => {
      await expect(plans('7')).rejects.toThrow('does not have 7');
    });

    it.each<[string, () => void, string]>([
      [
        'deleted',
        () => argo.api.apps.delete('payments'),
        'is not there (any more) in main',
      ],
      [
        'made anew',
        () => {
          argo.app.metadata.uid = 'other';
        },
        'was deleted and made anew',
      ],
      [
        'synchronised by somebody',
        () => argo.api.ship(argo.app, commitOf('1.2.0'), { username: 'ada' }),
        'was synchronised meanwhile by ada',
      ],
      [
        'being synchronised',
        () => {
          argo.app.operation = { sync: {}, initiatedBy: { username: 'ada' } };
        },
        'is being synchronised by ada',
      ],
    ])('when it was %s after the plan', async (_name, change, message) => {
      const { steps } = await paused();
      change();
      expect(await argo.driver.act(steps[1], backCall)).toEqual({
        state: 'refused',
        error: expect.stringContaining(message),
      });
      expect(operations()).toBe(0);
    });

    it('a sync policy that somebody changed after the plan', async () => {
      const [{ steps }] = await plans();
      argo.app.spec.syncPolicy = { automated: { prune: false } };
      expect(await argo.driver.act(steps[0], pauseCall)).toEqual({
        state: 'refused',
        error: expect.stringContaining('was changed meanwhile'),
      });
    });
  });

  describe('on a bad day', () => {
    it('does one of two that press at once', async () => {
      const { steps } = await paused();
      const outcomes = await Promise.all(
        ['one', 'other'].map(actionId =>
          argo.driver.act(steps[1], { actionId, signal }),
        ),
      );
      expect(outcomes).toContainEqual({ state: 'applied' });
      expect(outcomes).toContainEqual({
        state: 'refused',
        error: expect.stringMatching(/another operation|being synchronised/),
      });
    });

    it('finds what was applied when the answer was lost, and does it once', async () => {
      const { steps } = await paused();
      argo.api.faults.push({ method: 'POST', then: 'lose' });
      await expect(argo.driver.act(steps[1], backCall)).rejects.toThrow(
        'cannot be reached',
      );
      expect(await argo.driver.readBack(steps[1], backCall)).toEqual({
        state: 'applied',
      });
      expect(await argo.driver.act(steps[1], backCall)).toEqual({
        state: 'applied',
      });
      expect(operations()).toBe(1);
    });

    it('knows that nothing was done when the connection was cut before', async () => {
      const { steps } = await paused();
      argo.api.faults.push({ method: 'POST', then: 'cut' });
      await expect(argo.driver.act(steps[1], backCall)).rejects.toThrow();
      expect(await argo.driver.readBack(steps[1], backCall)).toEqual({
        state: 'absent',
      });
    });

    it('says that it does not know when another operation took the place of its own', async () => {
      const { steps } = await paused();
      await argo.driver.act(steps[1], backCall);
      argo.api.finish(argo.app);
      argo.api.ship(argo.app, commitOf('1.2.0'), { username: 'ada' });
      expect(await argo.driver.readBack(steps[1], backCall)).toEqual({
        state: 'unknown',
        error: expect.stringContaining('keeps only the last operation'),
      });
    });

    it('tries to pause again when somebody wrote at the same time, and gives up after a few', async () => {
      const conflict = {
        status: 500,
        body: { message: 'error applying patch: testing value failed' },
      };
      const [{ steps }] = await plans();
      argo.api.faults.push({ method: 'PATCH', then: conflict, times: 2 });
      expect(await argo.driver.act(steps[0], pauseCall)).toEqual({
        state: 'applied',
      });
      argo.app.spec.syncPolicy = { automated: { prune: true, selfHeal: true } };
      argo.api.faults.push({ method: 'PATCH', then: conflict, times: 99 });
      expect(await argo.driver.act(steps[0], pauseCall)).toEqual({
        state: 'refused',
        error: expect.stringContaining('was changed by others each of 5 times'),
      });
    });

    it('tells when the server said yes and did nothing', async () => {
      const plan = await paused();
      argo.api.faults.push({ method: 'POST', then: 'lie' });
      expect(await argo.driver.act(plan.steps[1], backCall)).toEqual({
        state: 'applied',
      });
      expect(await argo.driver.observe(plan, backCall)).toEqual({
        state: 'failed',
        text: expect.stringContaining('still has 1.1.0'),
      });
    });

    it.each<[string, () => void, object]>([
      [
        'the sync fails',
        () => argo.api.finish(argo.app, 'Failed', 'one or more objects failed'),
        { state: 'failed', text: expect.stringContaining('objects failed') },
      ],
      [
        'pods do not get well',
        () => {
          argo.api.finish(argo.app);
          argo.api.reconcile(argo.app, 'Degraded', 120);
        },
        { state: 'failed', text: expect.stringContaining('Degraded') },
      ],
      [
        'somebody synchronises to something else',
        () => {
          argo.api.finish(argo.app);
          argo.api.ship(argo.app, commitOf('1.2.0'), { username: 'ada' });
        },
        { state: 'superseded', text: expect.stringContaining('by ada') },
      ],
    ])('tells when %s', async (_name, change, seen) => {
      const plan = await paused();
      await argo.driver.act(plan.steps[1], backCall);
      change();
      expect(await argo.driver.observe(plan, backCall)).toMatchObject(seen);
    });

    it('can be cancelled: the operation ends and auto-sync is as it was', async () => {
      const plan = await paused();
      await argo.driver.act(plan.steps[1], backCall);
      argo.api.begin(argo.app);
      const [end, resume, ...others] = argo.driver.cancel(plan, [
        'pause-auto-sync',
        'rollback',
      ]);
      expect(others).toEqual([]);
      const call = { actionId: 'run-1.undo', signal };
      expect(await argo.driver.readBack(end, call)).toEqual({
        state: 'absent',
      });
      expect(await argo.driver.act(end, call)).toEqual({ state: 'applied' });
      expect(argo.app.status.operationState?.phase).toBe('Terminating');
      argo.api.finish(argo.app, 'Failed', 'Operation terminated');
      expect(await argo.driver.act(end, call)).toEqual({ state: 'applied' });
      expect(await argo.driver.act(resume, call)).toEqual({ state: 'applied' });
      expect(argo.app.spec.syncPolicy).toEqual({
        automated: { prune: true, selfHeal: true },
      });
      expect(argo.app.metadata.annotations).not.toHaveProperty([
        'ghostlight.dev/paused-auto-sync',
      ]);
    });

    it('goes on when Argo CD cannot render what was in Git', async () => {
      argo.api.manifests.clear();
      const [plan] = await plans();
      expect(plan).toMatchObject({
        to: { version: commitOf('1.0.0').slice(0, 7) },
        refusals: [],
        values: [{ label: 'revision' }],
      });
      expect(await argo.driver.act(plan.steps[0], pauseCall)).toEqual({
        state: 'applied',
      });
      expect(await argo.driver.act(plan.steps[1], backCall)).toEqual({
        state: 'applied',
      });
    });

    it('does not wait for a server that never answers', async () => {
      const { steps } = await paused();
      argo.api.faults.push({ method: 'POST', then: { delayMs: 60_000 } });
      await expect(
        argo.driverWithin(400).act(steps[1], backCall),
      ).rejects.toThrow('did not answer within 0.4 seconds');
    });
  });
});
