import type {
  ChangeReport,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationSchema } from '../argo/Application';
import { reportOf, syncsOf } from './reportsOf';
import { commitOf, manifestsOf, startArgo } from '../__testUtils__/startArgo';

type Status = Parameters<ChangeSourceContext['sink']['status']>[0];

describe('the Argo CD source', () => {
  let argo: Awaited<ReturnType<typeof startArgo>>;
  let stop: AbortController;
  let running: Promise<void>;
  let reports: ChangeReport[];
  let status: Status | undefined;
  let memory: string | undefined;

  beforeEach(async () => {
    argo = await startArgo();
    reports = [];
    memory = undefined;
  });

  afterEach(async () => {
    await end();
    await argo.stop();
  });

  function begin() {
    stop = new AbortController();
    running = argo.source.run({
      signal: stop.signal,
      entities: () => [],
      remembered: async () => memory,
      remember: async text => {
        memory = text;
      },
      sink: {
        record: async more => {
          reports.push(...more);
        },
        status: said => {
          status = said;
        },
      },
    });
  }

  async function end() {
    stop?.abort();
    await running?.catch(() => undefined);
  }

  async function until(isSo: () => unknown) {
    for (let turn = 0; turn < 6_000; turn++) {
      if (isSo()) return;
      await sleep(20);
    }
    throw new Error(`It never came: ${JSON.stringify([status, reports])}`);
  }

  const ours = (version: string) =>
    reports.filter(report => report.version === version);

  it('tells the history, then what is synchronised, from beginning to end', async () => {
    const { api, app } = argo;
    begin();
    await until(() => ours('1.1.0').length);
    const startedAt = Date.parse(app.status.history[1].deployStartedAt);
    expect(reports).toHaveLength(2);
    expect(reports[1]).toMatchObject({
      key: `argocd/payments:${startedAt}`,
      kind: 'deployment',
      environment: 'production',
      commit: commitOf('1.1.0'),
      author: 'Ada Ng',
      commitAt: Date.parse('2026-11-20T08:00:00Z'),
      outcome: 'succeeded',
      startedBy: { kind: 'controller', name: 'argocd' },
      hints: { annotations: { 'argocd/app-name': 'payments' } },
      target: { driver: 'argocd', ref: 'main/argocd/payments' },
      details: { historyId: 1, sourceType: 'Kustomize' },
    });

    api.manifests.set(commitOf('1.2.0'), manifestsOf('1.2.0'));
    app.operation = {
      sync: { revision: commitOf('1.2.0'), source: app.spec.source },
      initiatedBy: { username: 'ada' },
    };
    api.begin(app);
    await until(() => ours('1.2.0').length === 1);
    api.finish(app, 'Failed', 'one or more objects failed to apply');
    await until(() => ours('1.2.0').length === 2);
    expect(ours('1.2.0')).toMatchObject([
      { outcome: 'running', startedBy: { kind: 'person', name: 'ada' } },
      { outcome: 'failed', key: ours('1.2.0')[0].key },
    ]);
  });

  it('tells a rollback with what it undoes and the action that made it', async () => {
    const { api, app } = argo;
    begin();
    await until(() => reports.length === 2);
    app.operation = {
      sync: { revision: commitOf('1.0.0'), source: app.spec.source },
      initiatedBy: { username: 'ghostlight' },
      info: [{ name: 'ghostlight.dev/action-id', value: 'run-1.back' }],
    };
    api.begin(app);
    api.finish(app);
    await until(
      () => reports.at(-1)?.outcome === 'succeeded' && reports.length > 2,
    );
    expect(reports.at(-1)).toMatchObject({
      kind: 'rollback',
      version: '1.0.0',
      previousVersion: expect.any(String),
      undoes: reports[1].key,
      actionId: 'run-1.back',
      startedBy: { kind: 'ghostlight' },
    });
  });

  it('looks at the list when there is no stream, asks only for what changed, and goes on where it was', async () => {
    const { api, app } = argo;
    api.streams = false;
    begin();
    await until(() => /there is no stream/.test(status?.text ?? ''));
    expect(status).toMatchObject({ healthy: true });
    const wholes = () =>
      api.server.asked.filter(
        ({ path }) => path === '/api/v1/applications/payments',
      ).length;
    const before = wholes();
    await sleep(100);
    expect(wholes()).toBe(before);
    api.ship(app, commitOf('1.0.0'), { username: 'ada' });
    await until(() => reports.length === 3);
    await end();
    stop = new AbortController();
    const [told] = [reports.length];
    memory = JSON.stringify({
      v: 1,
      told: {
        'main/argocd/payments': [
          Date.parse(app.status.operationState!.startedAt),
          'Succeeded',
          true,
        ],
      },
    });
    begin();
    await sleep(150);
    expect(reports).toHaveLength(told);
    api.ship(app, commitOf('1.1.0'), { automated: true });
    await until(() => reports.length > told);
  });

  it('says what is wrong and gets over it', async () => {
    argo.api.faults.push({
      method: 'GET',
      path: /applications$/,
      then: { status: 403, body: { message: 'permission denied' } },
    });
    begin();
    await until(() => status?.healthy === false);
    expect(status?.text).toContain('permission denied');
    await until(() => status?.healthy && reports.length === 2);
  });

  it('takes versions from the sources where nothing is rendered', async () => {
    argo.api.manifests.clear();
    argo.app.spec.source = {
      repoURL: 'https://charts.example',
      chart: 'payments',
      targetRevision: '4.*',
    };
    argo.api.ship(argo.app, '4.2.1');
    begin();
    await until(() => reports.length === 3);
    expect(reports.map(({ version }) => version)).toEqual([
      commitOf('1.0.0').slice(0, 7),
      commitOf('1.1.0').slice(0, 7),
      '4.2.1',
    ]);
  });

  it('tells applications of one name in two Argo CDs apart', () => {
    const [client] = argo.instances.all;
    const app = applicationSchema.parse(argo.app);
    const [sync] = syncsOf(app);
    const keys = [false, true].map(
      several => reportOf({ client, several, app, sync }).key,
    );
    expect(keys).toEqual([
      `argocd/payments:${sync.startedAt}`,
      `main:argocd/payments:${sync.startedAt}`,
    ]);
  });
});
