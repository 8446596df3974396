import type { AlertSeverity } from '@ghostlight/plugin-incidents-node';
import { alertEventOf, hashOf, type ItemReading } from '../shared';
import {
  clusterOf,
  firstSeen,
  labelsOf,
  type EventContext,
  type KubernetesEvent,
} from './kubernetesEvent';

/** Reasons of the kubelet, the scheduler and the controllers after which something does not run. */
const errors = new Set([
  'BackOff',
  'Evicted',
  'Failed',
  'FailedCreate',
  'FailedCreatePodSandBox',
  'FailedMount',
  'FailedScheduling',
  'NodeNotReady',
  'OOMKilling',
  'SystemOOM',
]);

/** A Warning: an alert on its object, the same for each time that it is seen. */
export function readWarning(
  event: KubernetesEvent,
  { raw, path, receivedAt }: EventContext,
): ItemReading {
  const { involvedObject: about, reason } = event;
  const severity: AlertSeverity = errors.has(reason) ? 'error' : 'warning';
  const subject = [about.namespace, about.name].filter(Boolean).join('/');
  return {
    alerts: [
      alertEventOf({
        fingerprint: hashOf(
          clusterOf(event),
          about.kind,
          about.namespace ?? '',
          about.name,
          reason,
        ),
        status: 'firing',
        name: [reason],
        title: [`${reason}: ${about.kind} ${subject}`],
        description: event.message ?? event.note,
        severity,
        startsAt: firstSeen(event, path) ?? receivedAt,
        labels: labelsOf(event),
        annotations: {
          count: event.count ?? event.deprecatedCount ?? event.series?.count,
          action: event.action,
        },
        raw,
      }),
    ],
  };
}
