import type { EpochSeconds } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { CorrectedSpans } from '../CorrectedSpans';

/**
 * What corrections leave out of the budgets of objectives from an instant on. Simulated spans only
 * mark: they count.
 */
export async function readCorrections(
  database: Knex,
  objectiveIds: number[],
  since: EpochSeconds,
): Promise<Map<number, CorrectedSpans>> {
  const rows: { id: number; from: number | string; to: number | string }[] =
    await database('objectives as o')
      .join('corrections as c', 'c.entity_ref', 'o.entity_ref')
      .whereIn('o.id', objectiveIds)
      .where(scope =>
        scope
          .whereNull('c.objective_ref')
          .orWhere('c.objective_ref', database.ref('o.ref')),
      )
      .whereNot('c.kind', 'simulated')
      .where('c.to', '>', since)
      .select('o.id', 'c.from', 'c.to');
  const spans = new Map<number, { from: number; to: number }[]>();
  for (const { id, from, to } of rows) {
    const list = spans.get(id) ?? [];
    list.push({ from: Number(from), to: Number(to) });
    spans.set(id, list);
  }
  return new Map(
    [...spans].map(([id, list]) => [id, CorrectedSpans.create(list)]),
  );
}
