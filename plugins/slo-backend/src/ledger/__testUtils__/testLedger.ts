import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Objective } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';

/** An instant all tests start from: a Wednesday noon, 2026-11-18 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 18, 12) / 60_000;

/** A database with the tables of the plugin. */
export async function migratedDatabase(
  databases: TestDatabases,
  id: Parameters<TestDatabases['init']>[0],
): Promise<Knex> {
  const knex = await databases.init(id);
  await migrate(knex);
  return knex;
}

export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@ghostlight/plugin-slo-backend',
      'migrations',
    ),
  });
}

export const logger = mockServices.logger.mock();

/** An objective with sensible defaults. */
export function anObjective(overrides: Partial<Objective> = {}): Objective {
  return {
    ref: 'slo:default/payments-availability',
    documentRef: 'slo:default/payments-availability',
    entityRef: 'component:default/payments',
    title: 'Payments availability',
    target: 0.999,
    method: 'occurrences',
    window: { kind: 'rolling', seconds: 30 * 86_400, duration: '30d' },
    indicator: { kind: 'push', source: 'push' },
    pairs: [
      {
        name: 'page-1h',
        severity: 'page',
        longSeconds: 3_600,
        shortSeconds: 300,
        threshold: 14.4,
      },
      {
        name: 'ticket-1d',
        severity: 'ticket',
        longSeconds: 86_400,
        shortSeconds: 7_200,
        threshold: 3,
      },
    ],
    alertBelow: 0.2,
    ...overrides,
  };
}

/** Stores an objective as the follower does. */
export async function storeObjective(
  knex: Knex,
  objective: Objective,
  options: { shard?: number; hash?: string } = {},
): Promise<number> {
  const [{ id }] = await knex('objectives')
    .insert({
      ref: objective.ref,
      document_ref: objective.documentRef,
      entity_ref: objective.entityRef,
      source: objective.indicator.source,
      shard: options.shard ?? 0,
      definition: JSON.stringify(objective),
      definition_hash: options.hash ?? 'first',
    })
    .returning('id');
  return id;
}
