import type { Knex } from 'knex';
import { incidentsOf, type MetricsScope } from '../MetricsScope';

/** What a person does to an incident that they were told of. */
const acts = ['note', 'decision', 'status', 'severity', 'role', 'action'];

/** Notifications sent for the incidents of a scope, and whether anybody did anything about them. */
export async function notificationUse(
  db: Knex,
  scope: MetricsScope,
): Promise<{ sent: number; incidents: number; actedOn: number }> {
  const [row] = await db
    .with('told', query =>
      query
        .from('notifications')
        .where('state', 'sent')
        .whereIn('incident_number', incidentsOf(db, scope).select('number'))
        .groupBy('incident_number')
        .select('incident_number', db.raw('count(*) as sent')),
    )
    .from('told')
    .join('incidents', 'incidents.number', 'told.incident_number')
    .select(
      db.raw('coalesce(sum(told.sent), 0) as sent'),
      db.raw('count(*) as incidents'),
      db.raw(
        `sum(case when incidents.acknowledged_by is not null or exists ?
         then 1 else 0 end) as acted_on`,
        [
          db('timeline')
            .whereRaw('timeline.incident_number = incidents.number')
            .whereNotNull('author')
            .whereIn('kind', acts)
            .select(db.raw('1')),
        ],
      ),
    );
  return {
    sent: Number(row.sent),
    incidents: Number(row.incidents),
    actedOn: Number(row.acted_on ?? 0),
  };
}
