import type {
  Approval,
  Attempt,
  AttemptDetail,
} from '@ghostlight/plugin-runbooks-common';
import { anybody } from '../service/mayOf';
import {
  shownStateOf,
  type AttemptDetails,
  type AttemptRow,
} from './AttemptRow';

const isoOf = (ms: number | string) => new Date(Number(ms)).toISOString();

export function describeAttempt(row: AttemptRow): Attempt {
  const { said, policyTitle, escalatedTo }: AttemptDetails = JSON.parse(
    row.details,
  );
  return {
    id: row.id,
    ...(row.policy_ref && { policyRef: row.policy_ref }),
    ...(policyTitle && { policyTitle }),
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(row.incident_id && { incidentId: row.incident_id }),
    symptom: row.symptom,
    rung: row.rung,
    attempt: row.attempt,
    mode: row.mode,
    state: shownStateOf(row),
    title: row.title,
    proposedBy: row.proposed_by,
    at: isoOf(row.at),
    ...(row.finished_at !== null && { finishedAt: isoOf(row.finished_at) }),
    ...(row.execution_id && { executionId: row.execution_id }),
    ...(escalatedTo && { escalatedTo }),
    ...(row.next_id && { nextId: row.next_id }),
    said,
  };
}

export function describeAttemptDetail(row: AttemptRow): AttemptDetail {
  const details: AttemptDetails = JSON.parse(row.details);
  const { plan, evidence, conditions, limits, verification } = details;
  const approval = approvalOf(row, details);
  return {
    ...describeAttempt(row),
    plan,
    evidence,
    conditions,
    limits,
    ...(approval && { approval }),
    ...(verification && { verification }),
    may: { decide: anybody },
  };
}

function approvalOf(
  row: AttemptRow,
  { approvers }: AttemptDetails,
): Approval | undefined {
  if (row.approval_until === null) return undefined;
  return {
    state: approvalStateOf(row),
    until: isoOf(row.approval_until),
    approvers,
    ...(row.decided_by && { by: row.decided_by }),
    ...(row.decided_at !== null && { at: isoOf(row.decided_at) }),
    ...(row.comment && { comment: row.comment }),
  };
}

function approvalStateOf({ state, decided_at }: AttemptRow): Approval['state'] {
  if (state === 'waiting-approval') return 'waiting';
  if (state === 'rejected') return 'rejected';
  return decided_at === null ? 'expired' : 'approved';
}
