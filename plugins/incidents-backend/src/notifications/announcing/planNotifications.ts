import type {
  NotificationRoute,
  NotificationTopic,
} from '../NotificationsConfig';
import type { IncidentNews } from '../IncidentAnnouncer';
import type { Occasion } from '../text/composeMessage';
import type { IncidentSnapshot } from './IncidentSnapshot';
import { matchRoutes } from './matchRoutes';
import type { NotificationTarget, Told } from './Told';

/** One thing to be said on one channel. */
export interface PlannedNotification {
  incident: IncidentSnapshot;
  channel: string;
  occasion: Occasion;
  target: NotificationTarget;
}

export interface NewsInContext {
  news: Pick<IncidentNews, 'kind'>;
  incident: IncidentSnapshot;
  /** By channel. */
  told: Map<string, Told>;
  /** What it became part of, for `merged`. */
  parent?: { incident: IncidentSnapshot; told: Map<string, Told> };
}

/**
 * Who is told what because of a piece of news. A channel that was told of an incident hears of its
 * end, whatever routes say by then: resolved, part of another one, or withdrawn.
 */
export function planNotifications(
  routes: NotificationRoute[],
  { news, incident, told, parent }: NewsInContext,
): PlannedNotification[] {
  if (incident.imported) return [];
  const open = [...told].filter(([, { open: waits }]) => waits);
  const plan = (
    occasion: Occasion,
    channels: Iterable<[string, string[]]>,
    target: Partial<NotificationTarget> = {},
  ): PlannedNotification[] =>
    [...channels].map(([channel, to]) => ({
      incident,
      channel,
      occasion,
      target: { to, ...target },
    }));
  const end = (occasion: Occasion) =>
    plan(
      occasion,
      open.map(([channel, { to }]) => [channel, to]),
      { told: true },
    );
  const matching = (topic: NotificationTopic, ignoring?: 'severity') => [
    ...matchRoutes(routes, incident, topic, ignoring),
  ];
  const isOpen = ([channel]: [string, string[]]) =>
    told.get(channel)?.open === true;

  if (news.kind === 'merged') {
    const into = incident.mergedInto;
    if (into === undefined) return [];
    return [
      ...takeOver(incident, open, parent),
      ...end({ is: 'merged', into }),
    ];
  }
  if (news.kind === 'deleted') return end({ is: 'deleted' });
  if (incident.mergedInto !== undefined || incident.deleted) return [];

  switch (news.kind) {
    case 'opened':
      return plan({ is: 'opened' }, matching('opened'));
    case 'reopened':
      return plan(
        { is: 'reopened' },
        new Map([
          ...[...told].map(([channel, { to }]) => [channel, to] as const),
          ...matching('opened'),
        ]),
        { told: true },
      );
    case 'severity': {
      const first = matching('opened').filter(entry => !isOpen(entry));
      const again = new Map([
        ...matching('severity', 'severity').filter(isOpen),
        ...matching('severity'),
      ]);
      first.forEach(([channel]) => again.delete(channel));
      return [
        ...plan({ is: 'opened' }, first),
        ...plan({ is: 'severity' }, again),
      ];
    }
    case 'status':
      return plan({ is: 'status' }, matching('status'));
    case 'acknowledged':
      return plan({ is: 'acknowledged' }, matching('status'));
    case 'resolved': {
      const hears = new Set(
        matching('opened', 'severity').map(([name]) => name),
      );
      // A route that asks for ends alone gets them; one that was never told of a beginning does not.
      const endsAlone = matching('resolved').filter(
        ([channel]) => !told.has(channel) && !hears.has(channel),
      );
      return [
        ...end({ is: 'resolved' }),
        ...plan({ is: 'resolved' }, endsAlone),
      ];
    }
    default:
      return [];
  }
}

/** A channel that knew only the part goes on with the whole, so that it hears of its end. */
function takeOver(
  part: IncidentSnapshot,
  open: [string, Told][],
  parent: NewsInContext['parent'],
): PlannedNotification[] {
  if (!parent || parent.incident.status === 'resolved') return [];
  const { incident, told } = parent;
  if (
    incident.deleted ||
    incident.imported ||
    incident.mergedInto !== undefined
  )
    return [];
  return open
    .filter(([channel]) => !told.get(channel)?.open)
    .map(([channel, { to }]) => ({
      incident,
      channel,
      occasion: { is: 'took-over' as const, from: part.number },
      target: { to },
    }));
}
