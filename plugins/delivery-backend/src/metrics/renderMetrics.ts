import type { Knex } from 'knex';
import { Gauge, Registry } from 'prom-client';

const day = 24 * 3600_000;

/** Deployments, rollbacks and watches as Prometheus reads them: a few dozen series, however many there are. */
export async function renderMetrics(
  db: Knex,
  now: number,
): Promise<{ contentType: string; text: string }> {
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labels: L[]) =>
    new Gauge({ name, help, labelNames: labels, registers: [registry] });
  const [released, failed, rollbacks, watches] = await Promise.all([
    db('deployments')
      .where('started_at', '>=', now - day)
      .whereNull('same_as')
      .whereIn('kind', ['deployment', 'rollback'])
      .groupBy('kind', 'outcome')
      .select('kind', 'outcome', db.raw('count(*) as n')),
    db('lanes').where('current_failed', true).count({ n: '*' }),
    db('rollbacks')
      .where('requested_at', '>=', now - 30 * day)
      .where('dry_run', false)
      .groupBy('state')
      .select('state', db.raw('count(*) as n')),
    db('watches')
      .where('started_at', '>=', now - day)
      .groupBy('state')
      .select('state', db.raw('count(*) as n')),
  ]);
  const releases = gauge(
    'delivery_releases_24h',
    'Deployments and rollbacks that began in the last 24 hours',
    ['kind', 'outcome'],
  );
  for (const { kind, outcome, n } of released)
    releases.set({ kind, outcome }, Number(n));
  gauge(
    'delivery_failed_versions_active',
    'Entities and environments whose version counts as failed',
    [],
  ).set(Number(failed[0].n));
  const states = gauge(
    'delivery_rollbacks_30d',
    'Rollbacks asked for in the last 30 days',
    ['state'],
  );
  for (const { state, n } of rollbacks) states.set({ state }, Number(n));
  const watching = gauge(
    'delivery_watches_24h',
    'Watches that began in the last 24 hours',
    ['state'],
  );
  for (const { state, n } of watches) watching.set({ state }, Number(n));
  return {
    contentType: registry.contentType,
    text: await registry.metrics(),
  };
}
