import { type Severity } from '@ghostlight/plugin-incidents-common';
import type { Batch } from '../Batch';
import { listOf, rowsOf } from '../database/tuples';
import type { PipelineState } from '../PipelineState';
import { edit } from './joinIncidents';

/** The severity of an incident follows its alerts upwards, unless a person set it. */
export async function raiseSeverities(
  batch: Batch,
  { groups }: PipelineState,
): Promise<void> {
  const wanted = new Map<number, { to: Severity; rule: string }>();
  for (const id of batch.candidates) {
    const group = groups.get(id);
    const incident =
      group?.incident === undefined
        ? undefined
        : batch.incidents.get(group.incident);
    if (!group || !incident || incident.created_by !== null) continue;
    const rule = groups.ruleFor(group);
    if (!rule || rule.severity === 'none') continue;
    const best = wanted.get(incident.number)?.to ?? incident.severity;
    // SEV1 is before SEV2.
    if (rule.severity < best)
      wanted.set(incident.number, { to: rule.severity, rule: rule.name });
  }
  if (!wanted.size) return;
  const byHand = await severitiesByHand(batch, wanted.keys());
  for (const [number, { to, rule }] of wanted) {
    if (byHand.has(number)) continue;
    const { severity: from } = batch.incidents.get(number)!;
    edit(batch, number, { severity: to });
    batch.timeline.push({
      incident: number,
      at: batch.now,
      kind: 'severity',
      text: `Severity raised from ${from} to ${to} by rule “${rule}”`,
      data: { from, to },
      said: { code: 'severity.rule', params: { from, to, rule } },
      key: `severity:${to}:${batch.key}`,
    });
    batch.news.push({
      incident: number,
      kind: 'severity',
      key: `severity:${to}:${batch.key}`,
      at: batch.now,
    });
  }
}

async function severitiesByHand(
  { trx }: Batch,
  incidents: Iterable<number>,
): Promise<Set<number>> {
  const rows = rowsOf<{ incident_number: number }>(
    await trx.raw(
      `select distinct incident_number from timeline
       where incident_number in (select v from ? w)
         and kind = 'severity' and author is not null`,
      [listOf(trx, 'int', incidents)],
    ),
  );
  return new Set(rows.map(row => row.incident_number));
}
