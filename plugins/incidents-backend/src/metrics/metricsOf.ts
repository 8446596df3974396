import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { quantileSorted } from 'simple-statistics';
import { noiseOf } from './database/noiseOf';
import { notificationUse } from './database/notificationUse';
import { distributionOf } from './distributionOf';
import { measuredIncidents, type MeasuredIncident } from './MeasuredIncident';
import { entitiesOf, type MetricsScope } from './MetricsScope';
import { secondsOf, type Phase } from './phases';
import { timeBetweenFailures } from './timeBetweenFailures';

/** Points of the course over time, at most. */
const mostPeriods = 53;
const day = 86_400_000;

/** The metrics of a scope, each beside what it was in the span of the same length before. */
export async function metricsOf(
  db: Knex,
  scope: MetricsScope,
): Promise<IncidentMetrics> {
  const { from, to } = scope;
  const before = { ...scope, from: from - (to - from), to: from };
  const [now, previous, noise, notifications] = await Promise.all([
    measured(db, scope),
    measured(db, before),
    noiseOf(db, scope),
    notificationUse(db, scope),
  ]);
  const { incidents } = now;
  const phase = (name: Phase) =>
    distributionOf(
      secondsOf(incidents, name),
      secondsOf(previous.incidents, name),
    );
  const share = <T>(part: number, of: number, key: string) =>
    (of ? { [key]: part / of } : {}) as T;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    incidents: incidents.length,
    imported: incidents.filter(({ imported }) => imported).length,
    detect: phase('detect'),
    acknowledge: phase('acknowledge'),
    identify: phase('identify'),
    fix: phase('fix'),
    recover: phase('recover'),
    resolve: phase('resolve'),
    betweenFailures: distributionOf(now.between, previous.between, 'long'),
    noise: {
      ...noise,
      incidents: incidents.length,
      ...share<{ alertsPerIncident?: number }>(
        noise.inIncidents,
        incidents.filter(({ alerts }) => alerts > 0).length,
        'alertsPerIncident',
      ),
      ...(noise.reports && {
        cut: Math.max(0, 1 - incidents.length / noise.reports),
      }),
    },
    notifications: {
      ...notifications,
      ...share<{ share?: number }>(
        notifications.actedOn,
        notifications.incidents,
        'share',
      ),
    },
    perPeriod: periodsOf(incidents, from, to),
    unknownChangeFailureRate:
      'Which deployments failed is known once the delivery plugin is installed.',
    unknownChangeFailureRateSaid: { code: 'metrics.no-delivery', params: {} },
  };
}

async function measured(db: Knex, scope: MetricsScope) {
  const incidents = await measuredIncidents(db, scope);
  const rows: { incident_number: number; entity_ref: string }[] =
    await entitiesOf(db, scope).select('incident_number', 'entity_ref');
  const affected = rows.map(row => ({
    incident: row.incident_number,
    entityRef: row.entity_ref,
  }));
  return { incidents, between: timeBetweenFailures(incidents, affected) };
}

/** Days while they are few enough to be drawn, else weeks, else what is needed. */
function periodsOf(
  incidents: MeasuredIncident[],
  from: number,
  to: number,
): IncidentMetrics['perPeriod'] {
  const width = [day, 7 * day].find(each => (to - from) / each <= mostPeriods);
  const step = width ?? Math.ceil((to - from) / mostPeriods);
  const periods = Array.from(
    { length: Math.ceil((to - from) / step) },
    (): MeasuredIncident[] => [],
  );
  for (const incident of incidents)
    periods[Math.floor((incident.startedAt - from) / step)].push(incident);
  return periods.map((of, index) => {
    const seconds = secondsOf(of, 'resolve').sort((a, b) => a - b);
    return {
      from: new Date(from + index * step).toISOString(),
      to: new Date(Math.min(to, from + (index + 1) * step)).toISOString(),
      incidents: of.length,
      ...(seconds.length && { median: quantileSorted(seconds, 0.5) }),
    };
  });
}
