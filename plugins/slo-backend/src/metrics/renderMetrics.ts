import type { ObjectiveStatus, Status } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { Gauge, Registry } from 'prom-client';
import { countVerdicts } from '../service/database/countVerdicts';
import { listVerdicts } from '../service/database/listVerdicts';

const labels = ['objective', 'entity'] as const;

/**
 * The verdicts as Prometheus reads them. The number of series is bounded by `maxObjectives`; the
 * ones left out are those with the most budget left, and how many they are is a metric too.
 */
export async function renderMetrics(
  db: Knex,
  maxObjectives: number,
): Promise<{ contentType: string; text: string }> {
  const [{ items }, counts] = await Promise.all([
    listVerdicts(db, {
      filter: {},
      orderBy: 'budget',
      order: 'asc',
      limit: maxObjectives,
    }),
    countVerdicts(db, {}),
  ]);
  const registry = new Registry();
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  countGauge(registry, counts);
  new Gauge({
    name: 'slo_objectives_left_out',
    help: 'Objectives that are not on this page because of slo.metrics.maxObjectives',
    registers: [registry],
  }).set(all - items.length);
  objectiveGauges(registry, items);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function countGauge(registry: Registry, counts: Record<Status, number>): void {
  const gauge = new Gauge({
    name: 'slo_objectives',
    help: 'Objectives by health',
    labelNames: ['status'],
    registers: [registry],
  });
  for (const [status, n] of Object.entries(counts)) gauge.set({ status }, n);
}

function objectiveGauges(
  registry: Registry,
  objectives: ObjectiveStatus[],
): void {
  const gauge = <L extends string>(name: string, help: string, more: L[]) =>
    new Gauge({
      name,
      help,
      labelNames: [...labels, ...more],
      registers: [registry],
    });
  const left = gauge(
    'slo_budget_left_ratio',
    'Share of the error budget left; negative when overspent, absent when unknown',
    [],
  );
  const burn = gauge(
    'slo_burn_rate',
    'Error ratio over the window / (1 - target); absent without events',
    ['window'],
  );
  const status = gauge(
    'slo_objective_status',
    '1 for the status the objective has: healthy, warning, critical, no-data or low-traffic',
    ['status'],
  );
  const target = gauge('slo_objective_target', 'Target, 0 to 1', []);
  const asOf = gauge(
    'slo_measured_timestamp_seconds',
    'End of the newest measured minute',
    [],
  );
  for (const item of objectives) {
    const own = { objective: item.ref, entity: item.entityRef };
    target.set(own, item.target);
    status.set({ ...own, status: item.status }, 1);
    if (item.budget.leftRatio !== null) left.set(own, item.budget.leftRatio);
    if (item.asOf !== null) asOf.set(own, item.asOf);
    for (const { window, rate } of item.burn)
      if (rate !== null) burn.set({ ...own, window }, rate);
  }
}
