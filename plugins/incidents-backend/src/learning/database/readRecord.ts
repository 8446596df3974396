import { NotFoundError } from '@backstage/errors';
import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { describeFollowUp, type FollowUpRow } from '../../incidents/followUps';
import type { IncidentRow } from '../../incidents';
import type { PostmortemRecord } from '../PostmortemRecord';

/** More than this nobody reads in a postmortem. */
const mostEntries = 500;
const mostLinks = 30;

/**
 * All that is recorded of an incident and of those that became part of it.
 *
 * @throws NotFoundError
 */
export async function readRecord(
  db: Knex,
  number: number,
  now: number,
): Promise<PostmortemRecord> {
  const row = await db<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .first();
  if (!row) throw new NotFoundError(`No incident '${incidentIdOf(number)}'`);
  const parts = db('incidents')
    .where({ number })
    .orWhere('merged_into', number)
    .select('number');
  const of = (table: string) =>
    db(table).whereIn('incident_number', parts.clone());
  const [entities, timeline, alerts, escalations, failed, followUps] =
    await Promise.all([
      of('incident_entities').distinct('entity_ref', 'role').orderBy('role'),
      of('timeline').orderBy('at').orderBy('id').limit(mostEntries),
      of('alerts')
        .orderBy('received_at')
        .orderBy('id')
        .limit(mostEntries)
        .select('title', 'adapter', 'name', 'url'),
      of('notifications').where('kind', 'escalated').count({ n: '*' }),
      of('notifications').where('state', 'failed').count({ n: '*' }),
      of('follow_ups').orderBy('id').limit(mostEntries).select<FollowUpRow[]>(),
    ]);
  const impact = row.impact ? JSON.parse(row.impact).objectives : [];
  const urls = new Map<string, string>(
    alerts
      .filter(({ url }) => /^https?:\/\/[^\s<>]+$/i.test(url ?? ''))
      .map(({ url, name }) => [url, name]),
  );
  return {
    id: incidentIdOf(number),
    title: row.title,
    severity: row.severity,
    status: row.status,
    startedAt: Number(row.started_at),
    detectedAt: instant(row.detected_at),
    acknowledgedAt: instant(row.acknowledged_at),
    identifiedAt: instant(row.identified_at),
    mitigatedAt: instant(row.mitigated_at),
    recoveredAt: instant(row.recovered_at),
    resolvedAt: instant(row.resolved_at),
    because: row.because,
    summary: row.summary,
    rootCause: row.root_cause ?? undefined,
    mitigation: row.mitigation ?? undefined,
    reopened: row.reopened,
    suspects: JSON.parse(row.suspects),
    entities: entities.map(({ entity_ref, role }) => ({
      entityRef: entity_ref,
      role,
    })),
    impact,
    firstAlert: alerts[0],
    alerts: alerts.length,
    timeline: timeline.map(entry => ({
      at: Number(entry.at),
      kind: entry.kind,
      author: entry.author ?? undefined,
      text: entry.text,
    })),
    escalations: Number(escalations[0].n),
    notificationsFailed: Number(failed[0].n),
    links: [...urls]
      .slice(0, mostLinks)
      .map(([url, title]) => ({ url, title })),
    followUps: followUps.map(found => describeFollowUp(found, now)),
  };
}

function instant(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
