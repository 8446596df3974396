import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ChangeSource } from '@ghostlight/plugin-delivery-node';
import { Leases } from '@ghostlight/reliability-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFeed } from '../changes';
import {
  deployment,
  noon,
  startFeed,
} from '../changes/__testUtils__/startFeed';
import { SourceRunner } from '.';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function eventually(isSo: () => boolean | Promise<boolean>) {
  for (let n = 0; n < 6_000 && !(await isSo()); n++) await sleep(20);
  expect(await isSo()).toBe(true);
}

describe.each(databases.eachSupportedId())('sources on %s', id => {
  async function replica(source: ChangeSource) {
    const knex = await databases.init(id);
    const logger = mockServices.logger.mock();
    const { feed } = await startFeed({ knex });
    const start = async () => {
      const stopping = new AbortController();
      const runner = SourceRunner.create({
        db: knex,
        leases: await Leases.create({ database: knex, logger }),
        logger,
        now: Date.now,
        feed,
        entities: () => [],
        sources: new Map([[source.id, source]]),
        // Half of it is what the other one waits for.
        leaseTtl: 6_000,
        backoff: { first: 10, most: 100 },
      });
      runner.start(stopping.signal);
      return { runner, stop: () => stopping.abort() };
    };
    return { knex, logger, start };
  }

  it('are run by one replica, which another one follows, and go on where they were', async () => {
    let running = 0;
    let most = 0;
    const began: (string | undefined)[] = [];
    const { knex, start } = await replica({
      id: 'kubernetes',
      title: 'Kubernetes',
      async run({ sink, signal, remember, remembered }) {
        running += 1;
        most = Math.max(most, running);
        began.push(await remembered());
        await sink.record([deployment(`v${began.length}`, noon)]);
        await remember(`after v${began.length}`);
        sink.status({ healthy: true, text: 'watches 3 clusters' });
        await new Promise<void>(resolve => {
          signal.addEventListener('abort', () => resolve());
          if (signal.aborted) resolve();
        });
        running -= 1;
      },
    });
    const first = await start();
    await eventually(() => began.length === 1);
    const second = await start();
    await eventually(
      async () => (await second.runner.list())[0].state === 'healthy',
    );
    expect((await second.runner.list())[0]).toMatchObject({
      id: 'kubernetes',
      kind: 'source',
      said: { text: 'watches 3 clusters' },
      count24h: expect.any(Number),
    });
    first.stop();
    await eventually(() => began.length === 2);
    expect(began).toEqual([undefined, 'after v1']);
    expect(most).toBe(1);
    await eventually(
      async () => (await readFeed(knex, {}, undefined)).items.length === 2,
    );
    second.stop();
    await eventually(() => running === 0);
  });

  it('that fail are run again, and say so', async () => {
    let runs = 0;
    const { logger, start } = await replica({
      id: 'argocd',
      title: 'Argo CD',
      async run() {
        runs += 1;
        throw new Error('connection refused');
      },
    });
    const { runner, stop } = await start();
    await eventually(() => runs >= 3);
    expect((await runner.list())[0]).toMatchObject({
      state: 'failing',
      said: { text: expect.stringContaining('connection refused') },
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Source argocd failed'),
    );
    stop();
    // What is under way ends.
    await sleep(200);
  });
});
