import type {
  ApprovalItem,
  ExecutionPlan,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import { readEntityRefs, whereVisible } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  planIdOf,
  type ExecutionRow,
  type ExecutionSummary,
  type Program,
} from '../executions';
import type { AttemptDetails, AttemptRow } from '../remediation';
import { anybody } from '../service/mayOf';
import type { Visibility } from '../service/targetRules';

export type ListApprovalsRequest = NonNullable<
  RunbooksPaths['/v1/approvals']['get']['parameters']['query']
>;

/** An item with whose it is, for whoever says who may decide. */
export interface FoundApproval {
  item: ApprovalItem;
  ownerRef?: string;
  systemRef?: string;
}

/** What waits at once, at most: nobody reads further. */
const most = 200;
const waitingStep = { type: 'approval', state: 'waiting' };

/** What waits for a decision, those that run out first, first. */
export async function listApprovals(
  db: Knex,
  request: ListApprovalsRequest,
  visible: Visibility,
): Promise<FoundApproval[]> {
  const entityRefs = readEntityRefs('entityRef', request.entityRef);
  const narrow = (query: Knex.QueryBuilder) => {
    whereVisible(query, visible, (inner, { column, values }) =>
      inner.whereIn(column, values).whereNotNull(column),
    );
    if (entityRefs?.length) query.whereIn('entity_ref', entityRefs);
  };
  const [attempts, executions] = await Promise.all([
    db<AttemptRow>('attempts')
      .where({ state: 'waiting-approval' })
      .where(narrow)
      .orderBy('approval_until')
      .limit(most),
    db<ExecutionRow>('executions')
      .whereIn('state', ['waiting-approval', 'waiting', 'running'])
      .where(narrow)
      .where(asks =>
        asks
          .where({ state: 'waiting-approval' })
          .orWhereExists(
            db('run_steps')
              .where(waitingStep)
              .where('run_id', db.ref('executions.run_id')),
          ),
      )
      .orderBy('seq', 'desc')
      .limit(most),
  ]);
  const found = [
    ...attempts.map(ofAttempt),
    ...(await ofExecutions(db, executions)),
  ];
  return found.sort((a, b) => a.item.until.localeCompare(b.item.until));
}

const isoOf = (ms: number | string) => new Date(Number(ms)).toISOString();

function ofAttempt(row: AttemptRow): FoundApproval {
  const { approvers, evidence, plan, said }: AttemptDetails = JSON.parse(
    row.details,
  );
  return {
    ...belongingOf(row),
    item: {
      id: row.id,
      kind: 'attempt',
      attemptId: row.id,
      title: row.title,
      entityRef: row.entity_ref,
      environment: row.environment,
      ...(row.incident_id && { incidentId: row.incident_id }),
      requestedBy: row.proposed_by,
      at: isoOf(row.at),
      until: isoOf(row.approval_until ?? row.at),
      approvers,
      reason: said.text,
      plan,
      evidence,
      may: anybody,
    },
  };
}

interface Waiting {
  run_id: string;
  id: string;
  title: string;
  deadline: number | string | null;
  started_at: number | string | null;
  /** JSON: of what was looked at before it was asked. */
  foreseen: string | null;
}

/** Runs that wait to begin, and steps of runs that ask for an approval. */
async function ofExecutions(
  db: Knex,
  rows: ExecutionRow[],
): Promise<FoundApproval[]> {
  const ids = rows.map(row => row.run_id);
  const [steps, runs] = await Promise.all([
    db('run_steps as asked')
      .whereIn('run_id', ids)
      .where(waitingStep)
      .select('run_id', 'id', 'title', 'deadline', 'started_at')
      .select({
        foreseen: db('run_steps as looked')
          .where('looked.run_id', db.ref('asked.run_id'))
          .where('looked.type', 'foresee')
          .where('looked.id', db.raw(`asked.id || '${planIdOf('')}'`))
          .select('looked.result'),
      }) as Promise<Waiting[]>,
    db('runs')
      .whereIn('id', ids)
      .whereNotNull('approval_until')
      .select('id', 'approval_until') as Promise<
      { id: string; approval_until: number | string }[]
    >,
  ]);
  const until = new Map(runs.map(run => [run.id, run.approval_until]));
  return rows.flatMap(row => {
    const shared = sharedOf(row);
    if (row.state === 'waiting-approval')
      return [
        {
          ...belongingOf(row),
          item: {
            ...shared,
            id: row.id,
            kind: 'execution' as const,
            until: isoOf(until.get(row.run_id) ?? row.requested_at),
            ...(row.plan && { plan: JSON.parse(row.plan) as ExecutionPlan }),
          },
        },
      ];
    return steps
      .filter(step => step.run_id === row.run_id)
      .map(step => ofStep(row, step, shared));
  });
}

function ofStep(
  row: ExecutionRow,
  step: Waiting,
  shared: Omit<ApprovalItem, 'id' | 'kind' | 'until'>,
): FoundApproval {
  const { steps }: Program = JSON.parse(row.program);
  const written = steps.find(({ id }) => id === step.id);
  const { plan }: { plan?: ExecutionPlan } = JSON.parse(step.foreseen ?? '{}');
  return {
    ...belongingOf(row),
    item: {
      ...shared,
      id: `${row.id}:${step.id}`,
      kind: 'step',
      stepId: step.id,
      title: `${row.title}: ${step.title}`,
      at: isoOf(step.started_at ?? row.requested_at),
      until: isoOf(step.deadline ?? row.requested_at),
      ...(written?.text && { text: written.text }),
      ...(plan && { plan }),
      ...(written?.approvers?.length && { approvers: written.approvers }),
    },
  };
}

function sharedOf(
  row: ExecutionRow,
): Omit<ApprovalItem, 'id' | 'kind' | 'until'> {
  const { approvers = [] }: ExecutionSummary = JSON.parse(row.summary);
  const owners = row.owner_ref ? [row.owner_ref] : [];
  return {
    executionId: row.id,
    title: row.title,
    ...(row.entity_ref && { entityRef: row.entity_ref }),
    environment: row.environment,
    ...(row.incident_id && { incidentId: row.incident_id }),
    requestedBy: row.requested_by,
    at: isoOf(row.requested_at),
    approvers: approvers.length ? approvers : owners,
    ...(row.reason && { reason: row.reason }),
    evidence: [],
    may: anybody,
  };
}

function belongingOf({
  owner_ref,
  system_ref,
}: Pick<AttemptRow, 'owner_ref' | 'system_ref'>) {
  return {
    ...(owner_ref && { ownerRef: owner_ref }),
    ...(system_ref && { systemRef: system_ref }),
  };
}
