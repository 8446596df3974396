import type { Reason } from '@ghostlight/plugin-incidents-common';
import type { AlertWork, Batch } from '../Batch';

/** Writes into the record of each incident what its alerts did. */
export function tellOfAlerts(batch: Batch): void {
  for (const work of batch.works.values()) {
    const { row } = work;
    const incident = row.incident_number;
    if (incident === null) continue;
    const what = whatHappened(work);
    if (!what) continue;
    batch.timeline.push({
      incident,
      at: what.at(work, batch.now),
      kind: 'alert',
      text: `${what.word}: ${row.title}`,
      said: { code: what.code, params: { title: row.title } },
      data: {
        alertId: String(row.id),
        name: row.name,
        severity: row.severity,
        status: row.status,
        ...(row.entity_ref && { entityRef: row.entity_ref }),
      },
      ...(work.joined && { because: reasonsOf(row.joined) }),
      key: `alert:${row.id}:${row.transitions}:${what.key}`,
    });
  }
}

interface Happening {
  word: string;
  code: string;
  key: string;
  at(work: AlertWork, now: number): number;
}

const whenSeen = ({ row }: AlertWork, now: number) =>
  Math.min(row.last_seen_at, now);

function whatHappened(work: AlertWork): Happening | undefined {
  const { row, joined, fired, ended, was } = work;
  if (joined)
    return {
      ...(row.status === 'firing'
        ? { word: 'Alert', code: 'alert.joined' }
        : { word: 'Alert, over already', code: 'alert.over' }),
      key: 'joined',
      at: ({ row: { received_at: at } }, now) => Math.min(at, now),
    };
  // That it goes to and fro is said once, where it is kept quiet.
  const flaps =
    row.suppressed_kind === 'flapping' || was?.suppressed_kind === 'flapping';
  if (flaps) return undefined;
  if (ended && row.status === 'resolved')
    return {
      word: 'Resolved',
      code: 'alert.ended',
      key: 'resolved',
      at: whenSeen,
    };
  if (fired && row.status === 'firing')
    return {
      word: 'Fires again',
      code: 'alert.again',
      key: 'fired',
      at: whenSeen,
    };
  return undefined;
}

function reasonsOf(joined: string | null): Reason[] {
  return joined ? JSON.parse(joined) : [];
}
