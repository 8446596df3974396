import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { MetricName, Watch } from '@ghostlight/plugin-delivery-common';
import type { MetricSource } from '@ghostlight/plugin-delivery-node';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  listWatches,
  getWatch,
  WatchKeeper,
  type WatchContext,
  type WatchSettings,
} from '..';
import { MetricReader } from '../../analysis';
import {
  FakeObjectives,
  readerOf,
} from '../../analysis/__testUtils__/FakeObjectives';
import { minute, noon, startFeed } from '../../changes/__testUtils__/startFeed';
import { defaultRules } from '../RuleSpec';

export const settings: WatchSettings = {
  enabled: true,
  duration: 60 * minute,
  interval: minute,
  minimumRequests: 50,
  rules: defaultRules,
  objectives: true,
  automaticRollback: 'plan',
};

/** What a metric is at a time; undefined for a gap. */
export type Curve = (at: number) => number | undefined;

/** A healthy service. */
const healthy: Record<MetricName, Curve | undefined> = {
  error_rate: () => 0.001,
  latency_p95: () => 0.2,
  throughput: () => 200,
  cpu: () => 0.4,
  memory: () => 0.5,
  llm_quality_score: undefined,
};

/** Watches of payments, measured by curves; the clock goes on when told. */
export async function startWatches(options: {
  knex: Knex;
  annotations?: Record<string, string>;
  curves?: Partial<Record<MetricName, Curve>>;
  /** Requests a minute. */
  traffic?: number;
  /** Milliseconds that a source has to answer. */
  patience?: number;
  more?: Partial<WatchSettings>;
}) {
  const { knex, annotations, traffic = 12_000, more } = options;
  const { patience = 60_000 } = options;
  const clock = { now: noon };
  const curves = { ...healthy, ...options.curves };
  const { feed } = await startFeed({ knex, now: () => clock.now });
  const logger = mockServices.logger.mock();
  const leases = await Leases.create({ database: knex, logger });
  const source: MetricSource = {
    id: 'curves',
    title: 'Curves',
    async values({ metric, from, to, stepMs }) {
      const curve = curves[metric];
      if (!curve) return undefined;
      const points = [];
      for (let at = from; at <= to; at += stepMs) {
        const value = curve(at);
        if (value !== undefined) points.push({ at, value });
      }
      return points;
    },
    async counts({ from, to }) {
      const total = ((to - from) / minute) * traffic;
      return { bad: total * (curves.error_rate?.(to) ?? 0), total };
    },
  };
  const sources = new Map([['curves', source]]);
  const slo = new FakeObjectives();
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments', annotations },
  };
  const failed: Watch[] = [];
  const context: WatchContext = {
    db: knex,
    now: () => clock.now,
    logger,
    leases,
    entityOf: () => entity,
    metrics: MetricReader.create({
      sources,
      now: () => clock.now,
      patience,
    }),
    objectives: readerOf(slo),
    mainEnvironment: 'production',
    settings: { ...settings, ...more },
    onFailed: async watch => {
      failed.push(watch);
      return { planId: 'plan-1' };
    },
  };
  const turn = async () => {
    const keeper = WatchKeeper.create(context);
    await leases.withLease('delivery-watches', { ttl: 30_000 }, lease =>
      keeper.turn(lease, new AbortController().signal),
    );
  };
  const all = async () => (await listWatches(knex, {})).items;
  return {
    all,
    clock,
    context,
    entity,
    failed,
    feed,
    leases,
    slo,
    source,
    sources,
    turn,
    first: async () => getWatch(knex, (await all())[0].id),
    /** Minute by minute, a new keeper each time. */
    async pass(minutes: number) {
      for (let n = 0; n < minutes; n++) {
        clock.now += minute;
        await turn();
      }
    },
  };
}
