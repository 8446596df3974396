import type { OutboxMessage, Run } from '@ghostlight/reliability-node';
import type { ExecutionRow, ExecutionSummary, Program } from '../executions';

/** Topics of the outbox. */
export const newsTopics = {
  /** A line in an incident's timeline. */
  incident: 'runbooks.incident',
  /** A notification in the portal. */
  notification: 'runbooks.notification',
  /** A span in which what objectives saw was made by an experiment. */
  simulated: 'runbooks.simulated',
};

export interface IncidentNews {
  [key: string]: string;
  incidentId: string;
  text: string;
}

export interface SimulatedSpan {
  [key: string]: string | number;
  entityRef: string;
  /** Epoch seconds. */
  from: number;
  to: number;
  /** Tells a repeat. */
  reason: string;
}

export interface Notice {
  [key: string]: string | string[];
  recipients: string[];
  severity: 'critical' | 'high' | 'normal' | 'low';
  title: string;
  description: string;
  link: string;
}

/** Kinds of runs that do something. */
const acting: ExecutionRow['kind'][] = ['runbook', 'action', 'experiment'];

const pageOf = ({ id }: ExecutionRow) => `/runbooks/runs/${id}`;

/** What is said when a run is asked for. */
export function newsOfStart(row: ExecutionRow): OutboxMessage[] {
  return [
    ...tellIncident(row, 'start', `asked for by ${row.requested_by}`),
    ...(row.state === 'waiting-approval'
      ? askToApprove(row, row.id, row.title, [])
      : []),
  ];
}

/** What is said of how a run stands: its end, and what waits for somebody. */
export function newsOfChange(row: ExecutionRow, run: Run): OutboxMessage[] {
  const { said, approvers = [] }: ExecutionSummary = JSON.parse(row.summary);
  if (row.finished_at !== null) return tellIncident(row, 'end', said.text);
  const waiting = run.steps.filter(
    ({ type, state }) => type === 'approval' && state === 'waiting',
  );
  if (!waiting.length) return [];
  const { steps }: Program = JSON.parse(row.program);
  return waiting.flatMap(step => {
    const named =
      steps.find(({ id }) => id === step.id)?.approvers ?? approvers;
    return askToApprove(row, `${row.id}:${step.id}`, step.title, named);
  });
}

function tellIncident(
  row: ExecutionRow,
  stage: string,
  text: string,
): OutboxMessage[] {
  if (!row.incident_id || !acting.includes(row.kind)) return [];
  const payload: IncidentNews = {
    incidentId: row.incident_id,
    text: `[${row.id}](${pageOf(row)}) ${row.title}: ${text}`,
  };
  return [
    {
      topic: newsTopics.incident,
      key: `runbooks:${row.id}:${stage}`,
      lane: row.incident_id,
      payload,
    },
  ];
}

function askToApprove(
  row: ExecutionRow,
  key: string,
  title: string,
  approvers: string[],
): OutboxMessage[] {
  const owners = row.owner_ref ? [row.owner_ref] : [];
  const recipients = approvers.length ? approvers : owners;
  if (!recipients.length) return [];
  const payload: Notice = {
    recipients,
    severity: 'high',
    title: `Approval needed: ${title}`,
    description: `${row.title} for ${
      row.entity_ref ?? row.environment
    }, asked for by ${row.requested_by}.`,
    link: pageOf(row),
  };
  return [{ topic: newsTopics.notification, key: `approve:${key}`, payload }];
}
