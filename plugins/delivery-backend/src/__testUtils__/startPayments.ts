import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { callsOf, payments } from './calls';
import { component } from './entities';
import { FakeDriver, type FakeDriverOptions } from './FakeDriver';
import { FakeMetrics } from './FakeMetrics';
import { FakePlatform } from './FakePlatform';
import { startDelivery, type StartOptions, type World } from './startDelivery';

export const minute = 60_000;

/** The name of payments on the platform. */
export const app = 'production/payments';

/**
 * Payments in production on a fake platform: v1 and v2 were good, v3 came two hours ago and runs.
 */
export async function startPayments(
  knex: Knex,
  options: Partial<StartOptions> & {
    driver?: Partial<FakeDriverOptions>;
    withoutMetrics?: boolean;
    entities?: Entity[];
  } = {},
) {
  const platform = new FakePlatform();
  platform.run(app, 'v1', 'v2', 'v3');
  const metrics = new FakeMetrics();
  const { faults } = platform;
  const runs = { [payments]: ['production'] };
  const driver = new FakeDriver({ platform, runs, faults, ...options.driver });
  const world: World = {
    entities: options.entities ?? [component('payments')],
  };
  const started = await startDelivery({
    knex,
    world,
    drivers: [driver],
    metricSources: options.withoutMetrics ? [] : [metrics],
    ...options,
  });
  const at = (minutes: number) =>
    new Date(Date.now() + minutes * minute).toISOString();
  const ship = (version: string, minutes: number) =>
    started.ship({ entityRef: payments, version, startedAt: at(minutes) });
  await ship('v1', -48 * 60);
  await ship('v2', -24 * 60);
  await ship('v3', -120);
  return {
    ...started,
    ...callsOf(started.client()),
    as: (userRef: string) => callsOf(started.client(userRef)),
    platform,
    metrics,
    world,
    shipIt: ship,
    /** Until something is changed on the platform, so many requests fail; then so many. */
    failing(before: number, after: number) {
      metrics.errorRate = then =>
        then < (platform.effects.at(-1)?.at ?? Infinity) ? before : after;
    },
  };
}
