import { InputError } from '@backstage/errors';
import type { ProposalRequest } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { randomUUID } from 'node:crypto';
import { planResolved, resolveRequest } from '../executions';
import type { AttemptDetails, AttemptWhat } from './AttemptRow';
import { newsOfAttempt } from './newsOfAttempt';
import { insertAttempt } from './proposeRung';
import type { RemediationContext } from './RemediationContext';
import { usualVerification, withVerification } from './whatOf';

/** Milliseconds for which an approval is waited. */
const waits = 30 * 60_000;

/**
 * A person or another agent proposes something of the allow-list. Whatever it is, somebody else has to
 * approve it.
 *
 * @returns the attempt's id; the same key of the same caller again gives the one that is there
 */
export async function proposeByHand(
  context: RemediationContext,
  request: ProposalRequest,
  by: string,
): Promise<string> {
  const { reason, evidence = [], key, incidentId } = request;
  const { action, input, runbookRef, inputs } = request;
  const what: AttemptWhat = {
    ...(action && { action, input }),
    ...(runbookRef && { runbookRef, inputs }),
    entityRef: request.entityRef,
    environment: request.environment,
    incidentId,
  };
  const resolved = withVerification(await resolveRequest(context, what), {
    verification: usualVerification,
  });
  const { entityRef, environment } = resolved;
  if (!entityRef) throw new InputError('entityRef: whom is it for?');
  const plan = await planResolved(context, context.approval, resolved, {
    requestedBy: by,
    incidentId,
  });
  const refusal = plan.refusals[0];
  if (refusal) throw new InputError(`It cannot be done now: ${refusal.text}`);
  const { ownerRef, systemRef } = context.belongingOf(entityRef) ?? {};
  const at = context.now();
  const known = `${by}:${key ?? randomUUID()}`.slice(0, 300);
  const details: AttemptDetails = {
    said: say('attempt.proposed', `Proposed by ${by}: ${reason}`, {
      by,
      reason,
    }),
    plan,
    evidence: context.secrets.redactAll(evidence),
    conditions: [],
    limits: [],
    approvers: ownerRef ? [ownerRef] : [],
  };
  const made = await context.db.transaction(async trx => {
    const row = await insertAttempt(trx, {
      key: known,
      policy_ref: null,
      entity_ref: entityRef,
      owner_ref: ownerRef ?? null,
      system_ref: systemRef ?? null,
      environment,
      incident_id: incidentId ?? null,
      symptom: (incidentId ?? 'proposal').slice(0, 300),
      target: `${environment}/${entityRef}`.slice(0, 300),
      rung: 0,
      attempt: 1,
      mode: 'approve',
      ladder: null,
      state: 'waiting-approval',
      title: resolved.program.title.slice(0, 300),
      proposed_by: by,
      what: JSON.stringify(what),
      details: JSON.stringify(details),
      at,
      approval_until: at + waits,
      finished_at: null,
      due_at: at + waits,
    });
    if (row) await context.append(trx, newsOfAttempt(row));
    return row;
  });
  if (made) {
    context.changed([made.id]);
    return made.id;
  }
  const [id] = await context.db('attempts').where({ key: known }).pluck('id');
  return id;
}
