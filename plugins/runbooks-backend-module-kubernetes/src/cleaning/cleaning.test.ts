import {
  completed,
  deploymentOf,
  emptySet,
  evicted,
  jobOf,
} from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';

const jobs = 'kubernetes:clean-jobs';
const orphans = 'kubernetes:clean-orphans';
const year = 365 * 24 * 3_600_000;

describe('cleaning up', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    // Made a year ago by the clock of the actions.
    cluster = await startCluster({ now: () => Date.now() - year });
  });

  afterEach(() => cluster.stop());

  const labels = async (...asked: Parameters<TestCluster['plan']>) =>
    (await cluster.plan(...asked)).changes.map(({ label }) => label);
  const names = (kind: string) =>
    cluster.api.objects(kind).map(({ metadata }) => metadata.name);

  it('takes Jobs that failed long ago, the oldest first, and not too many', async () => {
    cluster.api.seed([
      jobOf('third', 'Failed', '2026-11-20T12:00:00Z'),
      jobOf('first', 'Failed', '2026-11-20T10:00:00Z'),
      jobOf('second', 'Failed', '2026-11-20T11:00:00Z'),
      jobOf('fine', 'Complete'),
      jobOf('fresh', 'Failed', '2026-11-21T23:50:00Z'),
      { ...jobOf('running', 'Failed'), status: { active: 1 } },
    ]);
    expect(await labels(jobs, { most: 2 })).toEqual([
      'Job first',
      'Job second',
    ]);
    expect(await labels(jobs, { state: 'finished' })).toHaveLength(4);
    expect(await labels(jobs, { selector: 'app=other' })).toEqual([]);
    const plan = await cluster.plan(jobs);
    expect(plan).toMatchObject({
      target: 'namespace/shop',
      title: { text: 'Delete 3 finished Jobs in shop (prod)' },
    });
    expect(plan.undo).toBeUndefined();
    cluster.api.remove('Job', 'shop', 'first');
    cluster.api.seed([jobOf('first', 'Failed')]);
    cluster.api.seed([
      {
        ...jobOf('second', 'Failed'),
        metadata: {
          ...jobOf('second', 'Failed').metadata,
          labels: { keep: 'yes' },
        },
      },
    ]);
    expect(await cluster.act(jobs, plan)).toEqual({
      state: 'applied',
      result: { gone: 2, left: 1 },
    });
    // One is another of that name, one was changed since.
    expect(names('Job')).toEqual([
      'fine',
      'first',
      'fresh',
      'running',
      'second',
    ]);
    expect(cluster.lines).toEqual([
      'Deleted Job third',
      expect.stringContaining(
        'Job second is left: Operation cannot be fulfilled',
      ),
    ]);
  });

  it('takes what belongs to nothing, and spares the rest', async () => {
    await cluster.ship(deploymentOf());
    await cluster.ship(deploymentOf({ minReadySeconds: 1 }), emptySet);
    cluster.api.seed([
      evicted,
      completed,
      {
        ...completed,
        metadata: {
          ...completed.metadata,
          name: 'of-a-job',
          ownerReferences: [
            {
              apiVersion: 'batch/v1',
              kind: 'Job',
              name: 'job',
              uid: 'job',
              controller: true,
            },
          ],
        },
      },
    ]);
    expect((await labels(orphans)).sort()).toEqual([
      'Pod completed',
      'Pod evicted',
      'ReplicaSet leftover',
    ]);
    const sets = names('ReplicaSet').length;
    await cluster.act(orphans, await cluster.plan(orphans));
    expect(names('ReplicaSet')).toHaveLength(sets - 1);
    expect(names('Pod')).toContain('of-a-job');
    expect(names('Pod')).toHaveLength(5);
    expect((await cluster.plan(orphans)).refusals).toMatchObject([
      { text: 'There is nothing to clean up' },
    ]);
  });

  it('leaves a ReplicaSet that was scaled up meanwhile', async () => {
    cluster.api.seed([emptySet]);
    const plan = await cluster.plan(orphans);
    cluster.api.seed([
      { ...emptySet, spec: { ...emptySet.spec, replicas: 1 } },
    ]);
    expect(await cluster.act(orphans, plan)).toEqual({
      state: 'refused',
      error: expect.stringContaining('Precondition failed: ResourceVersion'),
    });
    expect(names('ReplicaSet')).toEqual(['leftover']);
  });
});
