import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { OutcomeAlert } from './Outcome';

/** Bound parameters that every database takes. */
const batch = 500;

interface RealAlert {
  id: string;
  receivedAt: number;
  incident?: number;
}

/** Alerts as they are recorded, found for those of a run. */
export class RealAlerts {
  private constructor(
    private readonly byFingerprint: ReadonlyMap<string, RealAlert[]>,
  ) {}

  static async read(db: Knex, fingerprints: Set<string>): Promise<RealAlerts> {
    const all = [...fingerprints];
    const found = new Map<string, RealAlert[]>();
    for (let from = 0; from < all.length; from += batch) {
      const rows = await db('alerts')
        .whereIn('fingerprint', all.slice(from, from + batch))
        .orderBy('received_at')
        .orderBy('id')
        .select('id', 'fingerprint', 'received_at', 'incident_number');
      for (const row of rows) {
        const others = found.get(row.fingerprint) ?? [];
        found.set(row.fingerprint, others);
        others.push({
          id: String(row.id),
          receivedAt: Number(row.received_at),
          ...(row.incident_number !== null && {
            incident: Number(row.incident_number),
          }),
        });
      }
    }
    return new RealAlerts(found);
  }

  /** Its id as recorded; its fingerprint where the record is gone. */
  idOf(alert: OutcomeAlert): string {
    return this.find(alert)?.id ?? alert.fingerprint;
  }

  /** The incident that most of the alerts are in as recorded. */
  incidentOf(alerts: readonly OutcomeAlert[]): string | undefined {
    const counts = new Map<number, number>();
    for (const alert of alerts) {
      const number = this.find(alert)?.incident;
      if (number !== undefined)
        counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return most && incidentIdOf(most[0]);
  }

  /** The episode that had begun by then, or else the first. */
  private find({
    fingerprint,
    receivedAt,
  }: OutcomeAlert): RealAlert | undefined {
    const episodes = this.byFingerprint.get(fingerprint);
    return (
      episodes?.findLast(episode => episode.receivedAt <= receivedAt) ??
      episodes?.[0]
    );
  }
}
