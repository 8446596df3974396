import type { OpeningRule, Said } from '@ghostlight/plugin-incidents-common';
import { readAlertRow } from '../AlertRow';
import { bystander, type Batch } from '../Batch';
import { readAlertsOf } from '../database/readAlerts';
import type { GroupState } from '../GroupBook';
import type { PipelineState } from '../PipelineState';

/** Groups that become incidents, by the first rule that holds. Their earlier alerts come with them. */
export async function openIncidents(
  batch: Batch,
  { groups }: PipelineState,
): Promise<void> {
  const earlier: number[] = [];
  for (const id of batch.candidates) {
    const group = groups.get(id);
    if (!group || group.incident !== undefined) continue;
    const rule = groups.ruleFor(group);
    if (!rule || rule.severity === 'none') continue;
    batch.lastIncident += 1;
    batch.openings.push({
      number: batch.lastIncident,
      groupId: id,
      rule,
      severity: rule.severity,
      because: because(rule, group),
      becauseSaid: becauseSaid(rule, group),
    });
    groups.belong(id, batch.lastIncident);
    batch.touched.add(id);
    if (!group.isNew) earlier.push(id);
  }
  for (const raw of await readAlertsOf(batch.trx, earlier)) {
    const row = readAlertRow(raw);
    if (!batch.works.has(row.id)) batch.works.set(row.id, bystander(row));
  }
}

function because(rule: OpeningRule, group: GroupState): string {
  const { alerts, occurrences, worst } = group;
  const parts = [
    alerts === 1
      ? `one alert, ${worst}`
      : `${alerts} alerts, the worst ${worst}`,
  ];
  if (rule.afterOccurrences) parts.push(`reported ${occurrences} times`);
  if (rule.sloBurn) parts.push('an objective burns its budget');
  return `Rule “${rule.name}”: ${parts.join(', ')}`;
}

function becauseSaid(rule: OpeningRule, group: GroupState): Said {
  const { alerts, occurrences, worst } = group;
  return {
    code: 'opened.rule',
    params: {
      rule: rule.name,
      alerts: String(alerts),
      worst,
      ...(rule.afterOccurrences && { occurrences: String(occurrences) }),
      ...(rule.sloBurn && { burn: 'true' }),
    },
  };
}
