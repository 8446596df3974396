import type { OutboxMessage } from '@ghostlight/reliability-node';
import { newsTopics, type IncidentNews, type Notice } from '../news/newsOf';
import {
  shownStateOf,
  type AttemptDetails,
  type AttemptRow,
} from './AttemptRow';

const pageOf = ({ id }: AttemptRow) => `/runbooks/remediation/attempts/${id}`;

/** What is said of an attempt when its state has changed. */
export function newsOfAttempt(row: AttemptRow): OutboxMessage[] {
  const details: AttemptDetails = JSON.parse(row.details);
  return [
    ...tellIncident(row, details),
    ...(row.state === 'waiting-approval'
      ? notify(row, 'approve', details.approvers, {
          title: `Approval needed: ${row.title}`,
          description: `For ${row.entity_ref}: ${
            details.plan.steps[0]?.plan?.title.text ?? row.title
          }`,
          severity: 'high',
        })
      : []),
    ...(row.escalated_at !== null
      ? notify(row, 'escalated', details.escalatedTo ?? [], {
          title: `Remediation did not help: ${row.entity_ref}`,
          description: details.said.text,
          severity: 'critical',
        })
      : []),
  ];
}

function tellIncident(
  row: AttemptRow,
  { said, policyTitle }: AttemptDetails,
): OutboxMessage[] {
  // Its run tells of itself.
  if (
    !row.incident_id ||
    ['approved', 'running', 'verifying'].includes(row.state)
  )
    return [];
  const who = policyTitle ? `${policyTitle}: ` : '';
  const payload: IncidentNews = {
    incidentId: row.incident_id,
    text: `[${row.id}](${pageOf(row)}) ${who}${row.title}. ${said.text}`,
  };
  return [
    {
      topic: newsTopics.incident,
      key: `runbooks:${row.id}:${shownStateOf(row)}`,
      lane: row.incident_id,
      payload,
    },
  ];
}

function notify(
  row: AttemptRow,
  key: string,
  recipients: string[],
  notice: Pick<Notice, 'title' | 'description' | 'severity'>,
): OutboxMessage[] {
  if (!recipients.length) return [];
  const payload: Notice = { ...notice, recipients, link: pageOf(row) };
  return [{ topic: newsTopics.notification, key: `${key}:${row.id}`, payload }];
}
