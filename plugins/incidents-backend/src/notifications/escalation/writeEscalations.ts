import type { Severity } from '@ghostlight/plugin-incidents-common';
import type { Outbox, OutboxMessage } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  isGoingOn,
  type IncidentSnapshot,
} from '../announcing/IncidentSnapshot';
import type { IncidentNews } from '../IncidentAnnouncer';

/** Topic of the outbox for the next level of an escalation. */
export const escalationTopic = 'incidents.escalate';

/** The escalation that a message goes on with. */
export interface EscalationStep {
  incident: number;
  /** Tells it from an earlier one of the incident. */
  startedAt: number;
  /** Level that was asked last; 0 when nobody was. */
  level: number;
}

export function escalationMessage(
  step: EscalationStep,
  notBefore?: number,
): OutboxMessage {
  return {
    topic: escalationTopic,
    key: `${step.incident}:${step.startedAt}:${step.level}`,
    payload: { ...step },
    notBefore,
  };
}

/** Begins to ask for help when an incident is bad enough, and stops when it is not any more. */
export async function writeEscalations(
  trx: Knex.Transaction,
  options: { outbox: Outbox; severities: Severity[]; now: number },
  told: { news: IncidentNews; incident: IncidentSnapshot }[],
): Promise<void> {
  const { outbox, severities, now } = options;
  const start = new Map<number, string>();
  const stop = new Set<number>();
  for (const { news, incident } of told) {
    const owner =
      incident.ownerRef ?? incident.originRef ?? incident.entityRefs[0];
    const calls = isGoingOn(incident) && severities.includes(incident.severity);
    if (!calls || news.kind === 'acknowledged') stop.add(incident.number);
    else if (owner && begins(news, incident)) start.set(incident.number, owner);
  }
  if (stop.size)
    await trx('escalations')
      .whereIn('incident_number', [...stop])
      .whereNotNull('due_at')
      .update({ due_at: null });
  if (!start.size) return;
  const begun: { incident_number: number }[] = await trx('escalations')
    .insert(
      [...start].map(([number, owner]) => ({
        incident_number: number,
        owner_ref: owner,
        started_at: now,
        level: 0,
        due_at: now,
      })),
    )
    .onConflict('incident_number')
    .merge()
    // One that is going on goes on.
    .whereNull('escalations.due_at')
    .returning('incident_number');
  await outbox.append(
    trx,
    begun.map(row =>
      escalationMessage({
        incident: row.incident_number,
        startedAt: now,
        level: 0,
      }),
    ),
  );
}

/** An acknowledgement from before it was reopened does not count any more. */
function begins(news: IncidentNews, incident: IncidentSnapshot): boolean {
  if (news.kind === 'reopened') return true;
  return (
    (news.kind === 'opened' || news.kind === 'severity') &&
    incident.acknowledgedAt === undefined
  );
}
