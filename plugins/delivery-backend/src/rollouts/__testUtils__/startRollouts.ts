import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { RolloutState } from '@ghostlight/plugin-delivery-common';
import { Runs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  actOnRollout,
  createRolloutRunHandler,
  getRollout,
  projectRollout,
  startRollout,
  type RolloutContext,
  type RolloutSettings,
} from '..';
import { MetricReader } from '../../analysis';
import {
  FakeObjectives,
  readerOf,
} from '../../analysis/__testUtils__/FakeObjectives';
import { startFeed } from '../../changes/__testUtils__/startFeed';
import { readFeed } from '../../changes/reads';
import { ToyPlatform } from './ToyPlatform';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
};
export const paymentsRef = 'component:default/payments';

const settings: RolloutSettings = {
  interval: 20,
  gateFor: 60_000,
  startTimeout: 20_000,
  followInterval: 20,
  alpha: 0.05,
  tolerated: 1,
  undecided: 'hold',
  strategy: {
    type: 'canary',
    steps: [
      { weight: 10, seconds: 0.3 },
      { weight: 50, seconds: 0.3 },
      { weight: 100, seconds: 0.2 },
    ],
  },
};

/** Rollouts on a toy platform, done by the real engine. */
export async function startRollouts(
  knex: Knex,
  more: Partial<RolloutSettings> = {},
) {
  const platform = new ToyPlatform();
  const slo = new FakeObjectives();
  const { feed } = await startFeed({ knex, now: Date.now });
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const runs = await Runs.create({
    database: knex,
    logger,
    leaseTtl: 60_000,
    pollInterval: 20,
    recordChange: projectRollout,
  });
  const context: RolloutContext = {
    db: knex,
    now: Date.now,
    logger,
    auditor,
    entityOf: ref => (ref === paymentsRef ? payments : undefined),
    drivers: new Map([['toy', platform]]),
    metrics: MetricReader.create({
      sources: new Map([['toy', platform]]),
      now: Date.now,
    }),
    objectives: readerOf(slo),
    runs,
    settings: { ...settings, ...more },
    record: reports => feed.record('ghostlight', reports),
  };
  const replica = () => {
    const stop = new AbortController();
    runs.start({
      handlers: [createRolloutRunHandler(context)],
      signal: stop.signal,
    });
    return stop;
  };
  const first = replica();
  const get = (id: string) => getRollout(context, id);
  return {
    context,
    auditor,
    feed,
    platform,
    slo,
    replica,
    get,
    start: (
      request: Partial<Parameters<typeof startRollout>[1]> = {},
      shipper: Partial<Parameters<typeof startRollout>[2]> = {},
    ) =>
      startRollout(
        context,
        {
          entityRef: paymentsRef,
          environment: 'production',
          image: 'registry.example.com/payments:v2',
          ...request,
        },
        { name: 'user:default/ann', ...shipper },
      ),
    act: (id: string, action: Parameters<typeof actOnRollout>[2]['action']) =>
      actOnRollout(context, id, { action }, 'user:default/bob'),
    /** Until it is so, for two minutes at most. */
    async until(
      id: string,
      what:
        | RolloutState
        | ((rollout: Awaited<ReturnType<typeof get>>) => boolean),
    ) {
      for (let attempt = 0; attempt < 6_000; attempt++) {
        const rollout = await get(id);
        const isSo =
          typeof what === 'string' ? rollout.state === what : what(rollout);
        if (isSo) return rollout;
        await sleep(20);
      }
      throw new Error(`Still ${JSON.stringify(await get(id), null, 1)}`);
    },
    changes: async () => {
      const { items } = await readFeed(knex, {}, undefined);
      return items.map(({ change }) => change);
    },
    stop: async () => {
      first.abort();
      await runs.stop();
    },
  };
}
