import type {
  NotificationRoute,
  NotificationTopic,
} from '../NotificationsConfig';
import type { IncidentSnapshot } from './IncidentSnapshot';

/**
 * Channels that routes lead to, each with all that are to hear it.
 *
 * @param ignoring - `severity`: whatever the route says of severities
 */
export function matchRoutes(
  routes: NotificationRoute[],
  incident: IncidentSnapshot,
  topic: NotificationTopic,
  ignoring?: 'severity',
): Map<string, string[]> {
  const channels = new Map<string, string[]>();
  for (const route of routes) {
    if (!route.topics.includes(topic)) continue;
    if (
      !ignoring &&
      route.severities &&
      !route.severities.includes(incident.severity)
    )
      continue;
    if (route.owners && !route.owners.includes(incident.ownerRef ?? ''))
      continue;
    if (
      route.entities &&
      !route.entities.some(ref => incident.entityRefs.includes(ref))
    )
      continue;
    const to = channels.get(route.channel) ?? [];
    channels.set(route.channel, [...new Set([...to, ...route.to])]);
  }
  return channels;
}
