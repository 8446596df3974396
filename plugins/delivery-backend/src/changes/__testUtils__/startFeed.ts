import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { signalsServiceMock } from './signalsServiceMock';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import { ChangeFeed, type EntityFinder } from '..';

/** Noon of some day. */
export const noon = Date.parse('2026-11-21T12:00:00Z');
export const minute = 60_000;

/** A catalog of `payments` and `search`, which are known by their names. */
export const twoComponents: EntityFinder = {
  find: ({ name }) =>
    name === 'payments' || name === 'search'
      ? `component:default/${name}`
      : undefined,
  belongingOf: ref => ({
    ownerRef: ref.endsWith('payments')
      ? 'group:default/payers'
      : 'group:default/finders',
    systemRef: 'system:default/shop',
    title: ref.split('/')[1],
  }),
};

/** The feed on a database of its own. */
export async function startFeed(options: {
  knex: Knex;
  entities?: EntityFinder;
  now?: () => number;
}) {
  const { knex, entities = twoComponents, now = () => noon } = options;
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@ghostlight/plugin-delivery-backend',
      'migrations',
    ),
  });
  const events = mockServices.events.mock();
  events.publish.mockResolvedValue();
  const { signals, published } = signalsServiceMock();
  const make = () =>
    ChangeFeed.create({
      database: knex,
      entities,
      events,
      signals,
      logger: mockServices.logger.mock(),
      now,
    });
  return { feed: make(), make, events, published };
}

/** A deployment of payments to production that ended well, but for what is said otherwise. */
export function deployment(
  version: string,
  at: number,
  more: Partial<ChangeReport> = {},
): ChangeReport {
  return {
    key: version,
    kind: 'deployment',
    title: `payments ${version}`,
    entityRef: 'component:default/payments',
    environment: 'production',
    version,
    startedAt: at - minute,
    finishedAt: at,
    outcome: 'succeeded',
    ...more,
  };
}
