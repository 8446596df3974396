import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import type {
  AttemptState,
  LimitCheck,
  PolicySpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { lockCounter, nextOf, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Document } from '../documents';
import type { SeenAlert } from '../executions';
import { actOnAttempt } from './actOnAttempt';
import type { AttemptDetails, AttemptRow } from './AttemptRow';
import { checkConditions } from './checkConditions';
import { checkLimits } from './checkLimits';
import { countRecentIncidents } from './countRecentIncidents';
import { effectiveMode } from './effectiveMode';
import { hashOfLadder, readLadderRunbooks } from './ladders';
import { newsOfAttempt } from './newsOfAttempt';
import { planRung } from './planRung';
import type { RemediationContext } from './RemediationContext';
import { whatOf } from './whatOf';

export interface Proposal {
  policy: Document<PolicySpec>;
  incident: Pick<IncidentDetail, 'id' | 'severity' | 'reopened'>;
  entityRef: string;
  environment: string;
  symptom: string;
  because: Sentence[];
  /** The alert that it is about. */
  alert?: SeenAlert;
  rung: number;
  /** Of this rung, from 1. */
  attempt: number;
  /** The attempt that this one follows. */
  after?: string;
  /** Epoch milliseconds: when the symptom began. */
  since: number;
  /** Since when this rung may be asked for. */
  askedSince: number;
}

/** The same for the same try; an incident that came back is tried anew. */
export function keyOf({
  policy,
  incident: { id, reopened },
  entityRef,
  rung,
  attempt,
}: Pick<
  Proposal,
  'policy' | 'incident' | 'entityRef' | 'rung' | 'attempt'
>): string {
  const incident = reopened ? `${id}#${reopened}` : id;
  return `${policy.ref}:${incident}:${entityRef}:${rung}:${attempt}`;
}

/**
 * Milliseconds in which others may still learn of what they are asked: a deployment that
 * is under way, say. After them a person is told that it cannot be planned.
 */
const planPatience = 120_000;

/** Whoever proposes for a policy. */
export const proposerOf = (policyRef: string) => policyRef;

/**
 * Writes down what a rung of a policy would do, and, as its mode has it, asks for an approval or begins.
 * The same rung of the same incident again makes nothing.
 *
 * @returns the id of the attempt, or undefined when there is one, the conditions do not hold, or what it
 * would do cannot be told yet
 */
export async function proposeRung(
  context: RemediationContext,
  proposal: Proposal,
): Promise<string | undefined> {
  const { policy, incident, entityRef, environment, rung } = proposal;
  const { db, now } = context;
  const spec = policy.spec!;
  const subject = { entityRef, environment, severity: incident.severity };
  const judged = await checkConditions(context, spec.conditions, subject);
  // What does not hold may hold with the incident's next change; nothing is to be told of it.
  if (judged.conditions.some(({ holds }) => !holds)) return undefined;

  const what = whatOf(spec.ladder[rung], {
    entityRef,
    environment,
    incidentId: incident.id,
  });
  const name = proposerOf(policy.ref);
  const { alert } = proposal;
  const { title, plan, unplanned } = await planRung(context, what, {
    policy: { ...policy, spec },
    alert,
  });
  const isYoung = now() - proposal.askedSince < planPatience;
  if (unplanned && isYoung) return undefined;
  const refusals = unplanned ? [unplanned, ...plan.refusals] : plan.refusals;
  const { mode, earned } = await effectiveMode(context, policy.ref, spec);
  const ladder = hashOfLadder(await readLadderRunbooks(db, [spec]), spec);
  const target = `${environment}/${entityRef}`;
  const limits = await checkLimits(
    db,
    spec,
    {
      policyRef: policy.ref,
      symptom: proposal.symptom,
      since: proposal.since,
      entityRef,
      incidentId: incident.id,
      target,
      plan,
      recentIncidents: await countRecentIncidents(context, spec.limits.storm),
    },
    now(),
  );
  const state = stateOf(mode, refusals, limits);
  const { ownerRef, systemRef } = context.belongingOf(entityRef) ?? {};
  const owners = ownerRef ? [ownerRef] : [];
  const approvers = spec.approvers.length ? spec.approvers : owners;
  const details: AttemptDetails = {
    said: sayFirst(state, refusals, limits),
    plan,
    evidence: [
      ...proposal.because.map(said => ({ label: said.text, said })),
      ...judged.evidence,
      ...(earned ? [{ label: earned.said.text, said: earned.said }] : []),
    ],
    conditions: judged.conditions,
    limits,
    approvers,
    policyTitle: policy.title,
    since: proposal.since,
    ...(alert && { alert }),
  };
  const at = now();
  const approvalUntil =
    state === 'waiting-approval' ? at + spec.approvalSeconds * 1000 : null;
  const isDue = state === 'approved' || state === 'refused';
  const id = await db.transaction(async trx => {
    const made = await insertAttempt(trx, {
      key: keyOf(proposal),
      policy_ref: policy.ref,
      entity_ref: entityRef,
      owner_ref: ownerRef ?? null,
      system_ref: systemRef ?? null,
      environment,
      incident_id: incident.id,
      symptom: proposal.symptom.slice(0, 300),
      target: target.slice(0, 300),
      rung,
      attempt: proposal.attempt,
      mode,
      ladder,
      state,
      title: title.slice(0, 300),
      proposed_by: name,
      what: JSON.stringify(what),
      details: JSON.stringify(details),
      at,
      approval_until: approvalUntil,
      finished_at: state === 'refused' ? at : null,
      // Done at once; whoever dies before that is helped by the next look.
      due_at: isDue ? at : approvalUntil,
    });
    if (!made) return undefined;
    if (proposal.after)
      await trx('attempts')
        .where({ id: proposal.after })
        .update({ next_id: made.id });
    await context.append(trx, newsOfAttempt(made));
    return made.id;
  });
  if (!id) return undefined;
  context.changed([id, policy.ref]);
  if (state === 'approved') await actOnAttempt(context, id);
  return id;
}

type NewRow = Omit<
  AttemptRow,
  | 'id'
  | 'seq'
  | 'revision'
  | 'execution_id'
  | 'next_id'
  | 'decided_at'
  | 'decided_by'
  | 'comment'
  | 'acted_at'
  | 'escalated_at'
>;

/** @returns undefined when there is one of that key */
export async function insertAttempt(
  trx: Knex.Transaction,
  row: NewRow,
): Promise<AttemptRow | undefined> {
  // Locks the counter: of two that propose the same, the second sees what the first made.
  await lockCounter(trx, 'attempt');
  const known = await trx('attempts').where({ key: row.key }).first('id');
  if (known) return undefined;
  const seq = await nextOf(trx, 'attempt');
  const made: AttemptRow = {
    ...row,
    id: `REM-${String(seq).padStart(4, '0')}`,
    seq,
    revision: 1,
    execution_id: null,
    next_id: null,
    decided_at: null,
    decided_by: null,
    comment: null,
    acted_at: null,
    escalated_at: null,
  };
  await trx('attempts').insert(made);
  return made;
}

function stateOf(
  mode: AttemptRow['mode'],
  refusals: Sentence[],
  limits: LimitCheck[],
): AttemptState {
  if (refusals.length || limits.some(({ holds }) => !holds)) return 'refused';
  if (mode === 'suggest') return 'suggested';
  return mode === 'approve' ? 'waiting-approval' : 'approved';
}

function sayFirst(
  state: AttemptState,
  refusals: Sentence[],
  limits: LimitCheck[],
): Sentence {
  if (state === 'suggested')
    return say('attempt.suggested', 'Suggested; nothing is done by itself.');
  if (state === 'waiting-approval')
    return say('attempt.waiting-approval', 'Waits for an approval.');
  if (state === 'approved') return say('attempt.approved', 'Begins by itself.');
  const why = limits.find(({ holds }) => !holds)?.said ?? refusals[0];
  return say('attempt.refused', `Not done: ${why.text}`, { why });
}
