import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { DueIncident } from './readDue';

const minute = 60_000;
/** After this, an answer that did not come is not waited for. */
const longestWait = 24 * 60 * minute;

/**
 * Writes what was counted, and when to count again: an open incident every minute at first and every
 * quarter of an hour when it is old; one that is over not any more, unless nothing could be counted.
 */
export async function writeImpact(
  trx: Knex.Transaction,
  counted: {
    incident: DueIncident;
    impact: IncidentDetail['impact'];
  }[],
  now: number,
): Promise<void> {
  for (const { incident, impact } of counted) {
    const { number, resolvedAt } = incident;
    const sum = impact.objectives.reduce(
      (minutes, each) => minutes + each.budgetMinutes,
      0,
    );
    const known = impact.objectives.length > 0;
    await trx('incidents')
      .where({ number })
      // Its status may have changed meanwhile, which made it due anew.
      .where('impact_due_at', '<=', now)
      .update({
        impact: JSON.stringify(impact),
        impact_due_at: nextDue(incident, impact.unavailable !== undefined, now),
        ...(known && { budget_minutes: Number(sum.toFixed(4)) }),
      });
    if (!known || (sum === 0 && resolvedAt === undefined)) continue;
    const unsaid = trx('incidents').where({
      number,
      slo_affecting_by_hand: false,
    });
    if (sum > 0) await unsaid.update({ slo_affecting: true });
    else
      await unsaid.whereNull('slo_affecting').update({ slo_affecting: false });
  }
}

function nextDue(
  { startedAt, resolvedAt }: DueIncident,
  failed: boolean,
  now: number,
): number | null {
  if (resolvedAt === undefined) {
    const age = now - startedAt;
    return Math.floor(now + Math.min(15 * minute, Math.max(minute, age / 20)));
  }
  return failed && now - resolvedAt < longestWait ? now + 10 * minute : null;
}
