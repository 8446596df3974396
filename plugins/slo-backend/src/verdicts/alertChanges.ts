import type {
  EpochSeconds,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import { randomUUID } from 'node:crypto';
import type { AlertChanges, OpenAlert } from './database/changeAlerts';

/**
 * Which alerts an objective's pairs open and resolve. One that is firing stays so while nothing is
 * measured: no data is not good news.
 */
export function alertChanges(
  objectiveId: number,
  status: ObjectiveStatus,
  open: OpenAlert[],
  now: EpochSeconds,
): AlertChanges {
  const changes: AlertChanges = { opened: [], resolved: [] };
  if (status.status === 'no-data') return changes;
  const at = Math.floor(now);
  const known = new Map(open.map(alert => [alert.pair, alert]));
  for (const pair of status.pairs) {
    const alert = known.get(pair.name);
    known.delete(pair.name);
    if (pair.state === 'firing' && !alert) {
      changes.opened.push({
        objectiveId,
        alert: {
          id: randomUUID(),
          ref: status.ref,
          entityRef: status.entityRef,
          title: status.title,
          pair: pair.name,
          severity: pair.severity,
          state: 'firing',
          startedAt: at,
          longRate: pair.longRate ?? undefined,
          shortRate: pair.shortRate ?? undefined,
          threshold: pair.threshold,
        },
      });
    } else if (alert && pair.state !== 'firing' && pair.state !== 'no-data') {
      changes.resolved.push({ id: alert.id, resolvedAt: at });
    }
  }
  // Pairs that are not in the table any more.
  for (const { id } of known.values()) {
    changes.resolved.push({ id, resolvedAt: at });
  }
  return changes;
}
