import type {
  ExperimentReport,
  ExperimentSpec,
} from '@ghostlight/plugin-runbooks-common';
import type { OutboxMessage, Run } from '@ghostlight/reliability-node';
import type { ExecutionRow } from '../executions';
import {
  newsTopics,
  type IncidentNews,
  type Notice,
  type SimulatedSpan,
} from '../news/newsOf';
import { stepIds } from './experimentProgram';
import { sayExperiment } from './sayFault';

const pageOf = ({ id }: Pick<ExecutionRow, 'id'>) => `/runbooks/runs/${id}`;

/** So that whoever owns it knows that this is no incident. */
export function newsOfBegin(
  row: ExecutionRow,
  spec: ExperimentSpec,
): OutboxMessage[] {
  return notify(row, 'begin', {
    title: `An experiment begins: ${row.title}`,
    description: `This is no incident. ${sayExperiment(spec).text}`,
    severity: 'normal',
  });
}

/** How it ended; and, in an incident that was opened meanwhile, that it may be the reason. */
export function newsOfEnd(
  row: ExecutionRow,
  report: ExperimentReport,
  danger: boolean,
): OutboxMessage[] {
  const { stoppedBecause, verdict, said } = report;
  const severity = verdict === 'broken' ? 'high' : 'normal';
  const incidentId = stoppedBecause?.params?.id;
  const text = `[${row.id}](${pageOf(row)}) The experiment “${
    row.title
  }” was under way here, and was stopped for this incident.`;
  const payload: IncidentNews = { incidentId: String(incidentId), text };
  return [
    ...notify(row, 'end', {
      title: `The experiment is over: ${row.title}`,
      description: said.text,
      severity: danger ? 'critical' : severity,
    }),
    ...(stoppedBecause?.code === 'experiment.refused.incident' &&
    report.injected
      ? [
          {
            topic: newsTopics.incident,
            key: `runbooks:${row.id}:experiment`,
            lane: String(incidentId),
            payload,
          },
        ]
      : []),
  ];
}

/** So that nobody takes for trouble what objectives saw meanwhile; nothing when nothing was done. */
export function newsOfSpan(row: ExecutionRow, run: Run): OutboxMessage[] {
  const began = run.steps.find(({ id }) => id === stepIds.inject)?.startedAt;
  const { finishedAt } = run;
  if (!began || !finishedAt || !row.entity_ref) return [];
  const payload: SimulatedSpan = {
    entityRef: row.entity_ref,
    from: Math.floor(began / 60_000) * 60,
    to: Math.ceil(finishedAt / 60_000) * 60,
    reason: `Experiment ${row.id}: ${row.title}`.slice(0, 500),
  };
  return [
    {
      topic: newsTopics.simulated,
      key: `experiment:${row.id}:simulated`,
      payload,
    },
  ];
}

/** A due time that was left out. */
export function newsOfSkip(
  skipped: { ref: string; ownerRef?: string; title: string; at: number },
  why: string,
): OutboxMessage[] {
  const { ref, ownerRef, title, at } = skipped;
  if (!ownerRef) return [];
  const payload: Notice = {
    recipients: [ownerRef],
    severity: 'normal',
    title: `The experiment was not run: ${title}`,
    description: why,
    link: `/runbooks/experiments/${encodeURIComponent(ref)}`,
  };
  return [
    {
      topic: newsTopics.notification,
      key: `experiment:${ref}:${at}`.slice(0, 300),
      payload,
    },
  ];
}

function notify(
  row: ExecutionRow,
  key: string,
  notice: Pick<Notice, 'title' | 'description' | 'severity'>,
): OutboxMessage[] {
  if (!row.owner_ref) return [];
  const payload: Notice = {
    ...notice,
    recipients: [row.owner_ref],
    link: pageOf(row),
  };
  return [
    {
      topic: newsTopics.notification,
      key: `experiment:${row.id}:${key}`,
      payload,
    },
  ];
}
