import type { Minute, Objective } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { boundarySteps } from './boundarySteps';
import { lockObjectives } from './database/lockObjectives';
import { forever, lookupTotals } from './database/lookupTotals';
import { dropRows, thinRows } from './database/thinRows';
import type { Retention } from './Retention';

interface Row {
  objective_id: number;
  definition: string;
  hours_to: number | null;
  days_to: number | null;
}

/** Objectives a transaction, and minutes of each it looks at: 60 × 1,440 rows at most. */
const chunk = 60;
const stride = 1440;

/**
 * Thins minutes to hours, hours to days and drops the rest, as old as `retention` says. No sum
 * between hours (later: days) changes. Ages count from the newest minute of an objective and not
 * from the clock: one that jumps ahead must not cost the history.
 *
 * @returns rows deleted
 */
export async function thinLedger(
  database: Knex,
  retention: Retention,
  now: Minute,
  signal?: AbortSignal,
): Promise<number> {
  let deleted = 0;
  let after = 0;
  while (!signal?.aborted) {
    const rows: Row[] = await database('sampling as s')
      .join('objectives as o', 'o.id', 's.objective_id')
      .where('s.objective_id', '>', after)
      .orderBy('s.objective_id')
      .limit(chunk)
      .select('s.objective_id', 'o.definition', 's.hours_to', 's.days_to');
    if (!rows.length) break;
    after = rows[rows.length - 1].objective_id;
    let behind = true;
    while (behind && !signal?.aborted) {
      const step = await database.transaction(trx =>
        thinChunk(trx, rows, retention, now),
      );
      deleted += step.deleted;
      behind = step.behind;
    }
  }
  return deleted;
}

async function thinChunk(
  trx: Knex.Transaction,
  rows: Row[],
  retention: Retention,
  now: Minute,
): Promise<{ deleted: number; behind: boolean }> {
  await lockObjectives(
    trx,
    rows.map(row => row.objective_id),
  );
  const ends = await lookupTotals(
    trx,
    rows.map(row => ({ objectiveId: row.objective_id, minutes: [0, forever] })),
  );
  let deleted = 0;
  let behind = false;
  for (const level of ['hours', 'days'] as const) {
    const column = `${level}_to` as const;
    const days = level === 'hours' ? retention.minutes : retention.hours;
    const bySteps = new Map<string, Parameters<typeof thinRows>[1]>();
    const moved = new Map<Minute, number[]>();
    const drops: Parameters<typeof dropRows>[1] = [];
    for (const row of rows) {
      const [first, head] = ends.get(row.objective_id) ?? [];
      if (!first || !head) continue;
      const age = (kept: number) =>
        Math.floor((Math.min(now, head.at) - kept * 1440) / 1440) * 1440;
      const from = Math.max(row[column] ?? 0, first.at - 1);
      const cut =
        level === 'hours'
          ? Math.floor((Math.min(now, head.at) - days * 1440) / 60) * 60
          : age(days);
      const width = level === 'hours' ? stride : stride * 60;
      const to = Math.min(cut, Math.ceil((from + width) / 1440) * 1440);
      if (to <= from) continue;
      if (to < cut) behind = true;
      const steps = boundarySteps(
        JSON.parse(row.definition) as Objective,
        level,
      );
      const key = JSON.stringify(steps);
      const list = bySteps.get(key) ?? [];
      list.push({ objectiveId: row.objective_id, from, to });
      bySteps.set(key, list);
      moved.set(to, [...(moved.get(to) ?? []), row.objective_id]);
      row[column] = to;
      if (level === 'days') {
        drops.push({ objectiveId: row.objective_id, to: age(retention.days) });
      }
    }
    for (const [steps, stretches] of bySteps) {
      deleted += await thinRows(trx, stretches, JSON.parse(steps));
    }
    deleted += await dropRows(trx, drops);
    for (const [to, ids] of moved) {
      await trx('sampling')
        .whereIn('objective_id', ids)
        .update({ [column]: to });
    }
  }
  return { deleted, behind };
}
