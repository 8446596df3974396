import type { Entity } from '@backstage/catalog-model';
import type {
  ChangeReport,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { payments, startGithub } from '../__testUtils__/startGithub';

type Status = Parameters<ChangeSourceContext['sink']['status']>[0];

describe('the source of GitHub', () => {
  let hub: Awaited<ReturnType<typeof startGithub>>;
  let stop: AbortController;
  let running: Promise<void> | undefined;
  let reports: ChangeReport[];
  let status: Status | undefined;
  let memory: string | undefined;
  let broken: boolean;

  async function begin(own: object = {}, entities: Entity[] = [payments]) {
    hub ??= await startGithub(own);
    stop = new AbortController();
    running = hub.source.run({
      signal: stop.signal,
      entities: () => entities,
      remembered: async () => memory,
      remember: async text => {
        memory = text;
      },
      sink: {
        record: async more => {
          if (broken) throw new Error('The database is away');
          reports.push(...more);
        },
        status: said => {
          status = said;
        },
      },
    });
    running.catch(() => undefined);
  }

  async function end() {
    stop.abort();
    await running?.catch(() => undefined);
  }

  async function until(isSo: () => unknown) {
    for (let turn = 0; turn < 6_000; turn++) {
      if (isSo()) return;
      await sleep(20);
    }
    throw new Error(`It never came: ${JSON.stringify([status, reports])}`);
  }

  beforeEach(async () => {
    reports = [];
    memory = undefined;
    broken = false;
    status = undefined;
    hub = await startGithub();
  });

  afterEach(async () => {
    await end();
    await hub.stop();
  });

  const slugOf = (id: number) => `deployment:shop/payments:${id}`;

  it('tells the deployments of annotated entities, as the webhook does', async () => {
    await begin();
    await until(() => reports.length === 2);
    expect(reports).toContainEqual(
      expect.objectContaining({
        key: slugOf(hub.second.id),
        kind: 'deployment',
        environment: 'production',
        version: '1.1.0',
        commit: hub.bad,
        commitAt: Date.parse('2026-11-20T08:00:00Z'),
        author: 'ada',
        pullRequest: 'https://github.example/shop/payments/pull/7',
        outcome: 'succeeded',
        startedBy: { kind: 'pipeline', name: 'deploy-bot' },
        hints: {
          name: 'payments',
          annotations: { 'github.com/project-slug': 'shop/payments' },
        },
        target: expect.objectContaining({ ref: 'shop/payments/prod' }),
        url: 'https://github.example/log',
      }),
    );
    // The first one is inactive now; that it succeeded stays true.
    expect(reports).toContainEqual(
      expect.objectContaining({
        key: slugOf(hub.first.id),
        outcome: 'succeeded',
      }),
    );
    await until(() => status?.healthy);
  });

  it('asks with validators, and for no more than what changed', async () => {
    const { api } = hub;
    await begin();
    await until(() => reports.length === 2);
    const { asked } = api.server;
    const isLight = ({ path, headers }: (typeof asked)[number]) =>
      path.endsWith('/deployments') && headers['if-none-match'] !== undefined;
    await until(() => asked.length > 2 && asked.slice(-2).every(isLight));
    const before = asked.length;
    await until(() => asked.length > before + 2);
    expect(asked.slice(before).every(isLight)).toBe(true);

    const deployment = api.deploy(hub.good, 'prod', ['in_progress'], {
      version: '1.0.0',
      rollback: true,
      actionId: 'run-1.step',
    });
    const told = () =>
      reports.filter(({ key }) => key === slugOf(deployment.id));
    await until(() => told().length);
    expect(told()[0]).toMatchObject({
      kind: 'rollback',
      outcome: 'running',
      actionId: 'run-1.step',
      startedBy: { kind: 'ghostlight' },
    });
    api.set(deployment, 'failure');
    await until(() => told().at(-1)?.outcome === 'failed');
  });

  it('goes on where it was, and tells again what could not be taken down', async () => {
    broken = true;
    await begin();
    await running!.catch(() => undefined);
    broken = false;
    status = undefined;
    await begin();
    await until(() => reports.length === 2 && memory);
    await end();
    await begin();
    await sleep(100);
    expect(
      reports.filter(({ key }) => key === slugOf(hub.first.id)),
    ).toHaveLength(1);
  });

  it('tells runs of workflows that deploy where there are no deployments', async () => {
    const { api } = hub;
    api.deployments.length = 0;
    api.run({ name: 'Tests', path: '.github/workflows/test.yml' });
    const run = api.run({ status: 'completed', conclusion: 'success' });
    const back = api.run({
      name: 'Rollback',
      path: '.github/workflows/rollback.yml',
      event: 'workflow_dispatch',
      display_title: 'Rollback to 1.0.0 [ghostlight:run-2.step]',
    });
    await begin();
    await until(() => reports.length === 2);
    expect(reports).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: `run:shop/payments:${run.id}:1`,
          environment: 'production',
          outcome: 'succeeded',
        }),
        expect.objectContaining({
          key: `run:shop/payments:${back.id}:1`,
          kind: 'rollback',
          actionId: 'run-2.step',
          outcome: 'running',
        }),
      ]),
    );
  });

  it('says which repository cannot be read, and reads the others', async () => {
    const lost = {
      ...payments,
      metadata: {
        name: 'lost',
        annotations: { 'github.com/project-slug': 'shop/lost' },
      },
    };
    const nonsense = {
      ...payments,
      metadata: {
        name: 'nonsense',
        annotations: { 'github.com/project-slug': '../../x' },
      },
    };
    await begin({}, [lost, nonsense, payments]);
    await until(() => status && reports.length === 2);
    expect(status).toEqual({
      healthy: false,
      text: 'shop/lost: GitHub answered 404: Not Found',
    });
  });

  it('keeps to the limit that GitHub sets', async () => {
    hub.api.faults.push({
      method: 'GET',
      path: /deployments$/,
      then: {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '4102444800',
        },
        body: { message: 'API rate limit exceeded' },
      },
    });
    await begin();
    await until(() => status?.healthy === false);
    const before = hub.api.server.asked.length;
    await sleep(100);
    expect(hub.api.server.asked).toHaveLength(before);
    expect(status?.text).toMatch(/rate limit|no requests for/);
  });
});
