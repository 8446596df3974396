import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationMessage } from '@ghostlight/plugin-incidents-node';
import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { IncidentSnapshot } from '../announcing/IncidentSnapshot';
import { cleanText } from './cleanText';

/** What is said, before it is known to whom. */
export type ComposedMessage = Pick<
  NotificationMessage,
  'kind' | 'incident' | 'subject' | 'body'
>;

/** Why something is said, where the kind alone does not tell. */
export type Occasion =
  | { is: 'opened' | 'reopened' | 'severity' | 'status' | 'resolved' }
  | { is: 'acknowledged' }
  | { is: 'escalated'; level: number; people: string[] }
  | { is: 'merged'; into: number }
  | { is: 'took-over'; from: number }
  | { is: 'deleted' };

const kinds: Record<Occasion['is'], NotificationMessage['kind']> = {
  opened: 'opened',
  reopened: 'opened',
  severity: 'severity',
  status: 'status',
  acknowledged: 'status',
  resolved: 'resolved',
  escalated: 'escalated',
  merged: 'resolved',
  'took-over': 'opened',
  deleted: 'resolved',
};

export function composedKindOf(
  occasion: Occasion,
): NotificationMessage['kind'] {
  return kinds[occasion.is];
}

/** Says in plain words what happened to an incident, what it is and whose. */
export function composeMessage(
  incident: IncidentSnapshot,
  occasion: Occasion,
  appBaseUrl: string,
): ComposedMessage {
  const title = cleanText(incident.title, 200) || 'Incident without a title';
  const entityRefs = incident.entityRefs.slice(0, 50);
  return {
    kind: kinds[occasion.is],
    subject: cleanText(`${headline(incident, occasion)}: ${title}`, 300),
    body: bodyOf(incident, occasion),
    incident: {
      id: incident.id,
      title,
      severity: incident.severity,
      status: incident.status,
      url: `${appBaseUrl.replace(/\/+$/, '')}/incidents/${incident.id}`,
      entityRefs,
      ...(incident.originRef ? { originRef: incident.originRef } : {}),
      ...(incident.ownerRef ? { owner: incident.ownerRef } : {}),
      startedAt: new Date(incident.startedAt).toISOString(),
      ...instant('resolvedAt', incident.resolvedAt),
      ...instant('acknowledgedAt', incident.acknowledgedAt),
    },
  };
}

function instant<K extends string>(key: K, at: number | undefined) {
  return at === undefined
    ? {}
    : ({ [key]: new Date(at).toISOString() } as Record<K, string>);
}

function headline(incident: IncidentSnapshot, occasion: Occasion): string {
  const { id, severity, status } = incident;
  switch (occasion.is) {
    case 'opened':
      return `${severity} ${id}`;
    case 'reopened':
      return `${severity} ${id} is open again`;
    case 'severity':
      return `${id} is now ${severity}`;
    case 'status':
      return `${severity} ${id} is ${
        status === 'monitoring' ? 'being monitored' : status
      }`;
    case 'acknowledged':
      return `${severity} ${id} was acknowledged`;
    case 'escalated':
      return `${severity} ${id} escalated to level ${occasion.level}`;
    case 'merged':
      return `${id} is now part of ${incidentIdOf(occasion.into)}`;
    case 'took-over':
      return `${severity} ${id} goes on for ${incidentIdOf(occasion.from)}`;
    case 'deleted':
      return `${id} was withdrawn`;
    default:
      return `${id} is resolved`;
  }
}

function bodyOf(incident: IncidentSnapshot, occasion: Occasion): string {
  const { originRef, ownerRef, entityRefs } = incident;
  const others = entityRefs.filter(entityRef => entityRef !== originRef);
  const lines = [
    ...occasionLines(incident, occasion),
    originRef && `Probable origin: ${nameOf(originRef)}`,
    others.length > 0 && `Affected: ${listOf(others.map(nameOf), 5)}`,
    `Owner: ${ownerRef ? nameOf(ownerRef) : 'nobody in the catalog'}`,
    `Since ${when(incident.startedAt)}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function occasionLines(
  incident: IncidentSnapshot,
  occasion: Occasion,
): string[] {
  const because = cleanText(incident.because, 300);
  switch (occasion.is) {
    case 'opened':
    case 'took-over':
      return because ? [`Why: ${because}`] : [];
    case 'acknowledged':
      return incident.acknowledgedBy
        ? [`By ${nameOf(incident.acknowledgedBy)}`]
        : [];
    case 'escalated':
      return [
        occasion.people.length
          ? `Nobody has acknowledged it. Asked now: ${listOf(
              occasion.people.map(person => cleanText(person, 80)),
              5,
            )}`
          : 'Nobody has acknowledged it.',
      ];
    case 'resolved':
      return incident.resolvedAt === undefined
        ? []
        : [`Resolved after ${span(incident.resolvedAt - incident.startedAt)}`];
    case 'merged':
      return [`What comes next is told there.`];
    case 'deleted':
      return ['It was no incident; nothing more will be told of it.'];
    default:
      return [];
  }
}

function nameOf(entityRef: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const full = namespace === 'default' ? name : `${namespace}/${name}`;
    return cleanText(`${full} (${kind})`, 120);
  } catch {
    return cleanText(entityRef, 120);
  }
}

function listOf(names: string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  const more = names.length - most;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function when(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function span(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
