import type { RollbackState, Watch } from '@ghostlight/plugin-delivery-common';
import type { OutboxMessage } from '@ghostlight/reliability-node';
import { planPage } from './planPage';
import type { RollbackRow, RollbackSummary } from '../rollbacks';

/** Topics of the outbox. */
export const newsTopics = {
  incident: 'delivery-incident',
  notification: 'delivery-notification',
} as const;

/** What goes into the timeline of an incident. */
export interface IncidentNews {
  [key: string]: string;
  incidentId: string;
  text: string;
}

/** What people are told in the portal. */
export interface Notice {
  [key: string]: string | string[];
  recipients: string[];
  title: string;
  description: string;
  link: string;
  severity: 'critical' | 'high' | 'normal';
}

const severities: Partial<Record<RollbackState, Notice['severity']>> = {
  'waiting-approval': 'high',
  unknown: 'critical',
  failed: 'critical',
  'not-recovered': 'critical',
  succeeded: 'normal',
  rejected: 'normal',
};

/** States that the record of an incident has. */
const told: RollbackState[] = [
  'waiting-approval',
  'running',
  'verifying',
  'succeeded',
  'not-recovered',
  'failed',
  'cancelled',
  'rejected',
  'unknown',
];

/**
 * What is said when a rollback comes into a state: each once, however often the run changes in it. A dry
 * run concerns nobody else.
 */
export function newsOf(row: RollbackRow): OutboxMessage[] {
  if (row.dry_run) return [];
  const { from, to, said }: RollbackSummary = JSON.parse(row.summary);
  const messages: OutboxMessage[] = [];
  const key = `${row.id}:${row.state}`;
  const link = `/delivery/rollbacks/${row.id}`;
  if (row.incident_id && told.includes(row.state)) {
    const payload: IncidentNews = {
      incidentId: row.incident_id,
      text: `[${row.id}](${link}): ${said.text}${askedBy(row)}`,
    };
    messages.push({ topic: newsTopics.incident, key, lane: row.id, payload });
  }
  // Something was changed that neither is as wanted nor as it was.
  const isLeft = said.code === 'rollback.cancelled.left';
  const severity = isLeft
    ? 'critical'
    : severities[row.state] ?? automatic(row);
  const recipients = [
    ...new Set([
      ...(row.owner_ref ? [row.owner_ref] : []),
      ...(row.requested_by.startsWith('user:') ? [row.requested_by] : []),
    ]),
  ];
  if (severity && recipients.length) {
    const payload: Notice = {
      recipients,
      title: `${row.id}: ${row.entity_ref} ${from.version} → ${to.version} (${row.environment})`,
      description: said.text,
      link,
      severity,
    };
    messages.push({ topic: newsTopics.notification, key, payload });
  }
  return messages;
}

/** Of a rollback that begins: who wants it and why. */
function askedBy({ state, requested_by: by, reason }: RollbackRow): string {
  return state === 'running' || state === 'waiting-approval'
    ? ` Asked for by ${by}: ${reason}`
    : '';
}

/** Nobody pressed a button, so somebody should hear that it was pressed. */
function automatic({ state, watch_id }: RollbackRow) {
  return state === 'running' && watch_id !== null ? 'high' : undefined;
}

/** What the owner of a deployment that failed its watch is told, once. */
export function newsOfWatch(
  watch: Watch,
  ownerRef: string | undefined,
): OutboxMessage[] {
  if (!ownerRef) return [];
  const { id, entityRef, environment, version, said } = watch;
  const payload: Notice = {
    recipients: [ownerRef],
    title: `${entityRef}${
      version ? ` ${version}` : ''
    } failed its watch (${environment})`,
    description: said.text,
    link: planPage(entityRef, environment),
    severity: 'critical',
  };
  return [{ topic: newsTopics.notification, key: `watch:${id}`, payload }];
}
