import { TestDatabases } from '@backstage/backend-test-utils';
import type { ExternalRollout } from '@ghostlight/plugin-delivery-node';
import { Leases } from '@ghostlight/reliability-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ExternalRolloutFollower, listRollouts } from '.';
import { deployment } from '../changes/__testUtils__/startFeed';
import { payments, startRollouts } from './__testUtils__/startRollouts';

const target = {
  driver: 'toy',
  ref: 'prod/payments',
  title: 'payments in prod',
  environment: 'production',
};

const running: ExternalRollout = {
  engine: 'argo-rollouts',
  target,
  key: 'payments-7c9',
  strategy: {
    type: 'canary',
    steps: [
      { weight: 10, seconds: 60 },
      { weight: 50, seconds: 60 },
    ],
  },
  state: 'paused',
  version: 'v2',
  previousVersion: 'v1',
  weight: 10,
  step: 0,
  startedAt: 1_000,
  text: 'CanaryPauseStep',
  controls: ['promote', 'abort'],
};

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] })
    .eachSupportedId()
    .map(([id]) => id),
)('rollouts of the platform’s own engines on %s', databaseId => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  let world: Awaited<ReturnType<typeof startRollouts>>;
  afterEach(() => world.stop());

  async function begin(entities = [payments]) {
    const knex = await databases.init(databaseId);
    world = await startRollouts(knex);
    const leases = await Leases.create({
      database: knex,
      logger: mockServices.logger.mock(),
    });
    const follower = ExternalRolloutFollower.create({
      ...world.context,
      leases,
      entities: () => entities,
      belongingOf: () => ({ ownerRef: 'group:default/payers' }),
    });
    const turn = async () => {
      await follower.turn(new AbortController().signal);
      return (await listRollouts(world.context, {})).items;
    };
    return { turn, follower, ...world };
  }

  it('are seen, followed and seen to end', async () => {
    const { turn, platform } = await begin();
    platform.external = [running];
    const [seen] = await turn();
    expect(seen).toMatchObject({
      engine: 'argo-rollouts',
      state: 'paused',
      weight: 10,
      version: 'v2',
      controls: ['promote', 'abort'],
      said: { text: 'v2: CanaryPauseStep' },
      ownerRef: 'group:default/payers',
      falseRollbackBound: 1,
    });
    expect(seen.steps.map(({ state }) => state)).toEqual([
      'waiting',
      'pending',
    ]);
    platform.external = [
      { ...running, state: 'succeeded', text: 'done', weight: 100 },
    ];
    const [ended] = await turn();
    expect(ended).toMatchObject({ id: seen.id, state: 'succeeded' });
    expect(ended.finishedAt).toBeDefined();
    const again = await turn();
    expect(again).toEqual([ended]);
  });

  it('that the engine forgot are over', async () => {
    const { turn, platform } = await begin();
    platform.external = [running];
    await turn();
    platform.external = [{ ...running, key: 'next', version: 'v3' }];
    expect(
      (await turn()).map(({ version, state }) => [version, state]).sort(),
    ).toEqual([
      ['v2', 'cancelled'],
      ['v3', 'paused'],
    ]);
  });

  it('are found by what the feed is told, also where the catalog is large', async () => {
    const { turn, platform, feed } = await begin([]);
    platform.external = [running];
    expect(await turn()).toEqual([]);
    await feed.record('toy', [deployment('v2', Date.now(), { target })]);
    expect(await turn()).toHaveLength(1);
  });

  it('stay as they were while the platform does not answer', async () => {
    const { turn, platform } = await begin();
    platform.external = [running];
    const before = await turn();
    platform.rollouts.external = async () => {
      throw new Error('connection refused');
    };
    expect(await turn()).toEqual(before);
  });

  it('are driven by their controls, each as one effect in the ledger', async () => {
    const { turn, platform, act, until, context } = await begin();
    platform.external = [running];
    const [{ id }] = await turn();
    await act(id, 'promote');
    await until(id, () => platform.done.length > 0);
    expect(platform.done.map(({ id: step }) => step)).toEqual(['promote']);
    const [run] = await context.runs.list({ kind: 'rollout' });
    expect((await context.runs.ledger(run.id))[0]).toMatchObject({
      state: 'intended',
      effect: { driver: 'toy', step: 'promote' },
    });
    await expect(act(id, 'pause')).rejects.toThrow(
      'It is paused: one can promote, abort, not pause',
    );
  });

  it('say what the platform refused', async () => {
    const { turn, platform, act, until } = await begin();
    platform.external = [running];
    const [{ id }] = await turn();
    platform.external = [];
    await act(id, 'abort');
    const { said } = await until(id, rollout =>
      rollout.said.code.endsWith('control.failed'),
    );
    expect(said.text).toContain('abort: There is no such rollout');
  });
});
