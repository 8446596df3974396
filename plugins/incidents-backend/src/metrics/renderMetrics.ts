import type { Knex } from 'knex';
import { Gauge, Registry } from 'prom-client';
import { metricsOf } from './metricsOf';

const span = 90 * 86_400_000;

const phases = [
  'detect',
  'acknowledge',
  'identify',
  'fix',
  'recover',
  'resolve',
] as const;

/** Incidents, alerts and notifications as Prometheus reads them: a few dozen series, however many there are. */
export async function renderMetrics(
  db: Knex,
  now: number,
): Promise<{ contentType: string; text: string }> {
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labels: L[]) =>
    new Gauge({ name, help, labelNames: labels, registers: [registry] });

  const [open, firing, waiting, quarantined, notifications, metrics] =
    await Promise.all([
      db('incidents')
        .whereNot('status', 'resolved')
        .whereNull('merged_into')
        .whereNull('deleted_at')
        .groupBy('severity')
        .select('severity', db.raw('count(*) as n')),
      db('alerts')
        .where('status', 'firing')
        .groupByRaw('suppressed_kind is not null, entity_ref is null')
        .select(
          db.raw('suppressed_kind is not null as suppressed'),
          db.raw('entity_ref is null as unresolved'),
          db.raw('count(*) as n'),
        ),
      db('inbox')
        .whereNull('outcome')
        .select(db.raw('count(*) as n'), db.raw('min(received_at) as oldest')),
      db('quarantine').count({ n: '*' }),
      db('notifications')
        .where('created_at', '>=', now - 86_400_000)
        .groupBy('state')
        .select('state', db.raw('count(*) as n')),
      metricsOf(db, { from: now - span, to: now, imported: false }),
    ]);

  const openGauge = gauge('incidents_open', 'Open incidents', ['severity']);
  for (const severity of ['SEV1', 'SEV2', 'SEV3', 'SEV4'])
    openGauge.set({ severity }, 0);
  for (const row of open)
    openGauge.set({ severity: row.severity }, Number(row.n));

  const alerts = gauge('incidents_alerts_firing', 'Firing alerts', ['view']);
  for (const view of ['open', 'suppressed', 'unresolved'])
    alerts.set({ view }, 0);
  for (const { suppressed, unresolved, n } of firing)
    alerts.inc({ view: viewOf(suppressed, unresolved) }, Number(n));

  gauge('incidents_inbox_waiting', 'Reports not looked at yet', []).set(
    Number(waiting[0].n),
  );
  gauge('incidents_inbox_oldest_seconds', 'Age of the oldest of them', []).set(
    waiting[0].oldest === null
      ? 0
      : Math.max(0, (now - Number(waiting[0].oldest)) / 1000),
  );
  gauge('incidents_quarantined', 'Reports that made no sense', []).set(
    Number(quarantined[0].n),
  );
  const told = gauge(
    'incidents_notifications',
    'Notifications of the last 24 h by what became of them',
    ['state'],
  );
  for (const { state, n } of notifications) told.set({ state }, Number(n));

  const times = gauge(
    'incidents_time_seconds',
    'Times of the incidents of the last 90 days; absent below 10 of them',
    ['phase', 'quantile'],
  );
  const counts = gauge(
    'incidents_time_count',
    'Incidents of the last 90 days for which the time is known',
    ['phase'],
  );
  for (const phase of phases) {
    const { n, median, p90 } = metrics[phase];
    counts.set({ phase }, n);
    if (median !== undefined) times.set({ phase, quantile: '0.5' }, median);
    if (p90 !== undefined) times.set({ phase, quantile: '0.9' }, p90);
  }
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function viewOf(suppressed: unknown, unresolved: unknown) {
  if (suppressed) return 'suppressed';
  return unresolved ? 'unresolved' : 'open';
}
