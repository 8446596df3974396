import type {
  LimitCheck,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import { lockCounter, say } from '@ghostlight/reliability-node';
import { findDocument } from '../documents';
import {
  engineSteps,
  executionRunKind,
  insertExecution,
  planResolved,
  resolveRequest,
} from '../executions';
import { spanSeconds } from '../verification';
import type { AttemptDetails, AttemptRow, AttemptWhat } from './AttemptRow';
import { changeAttempt, readAttempt } from './changeAttempt';
import { checkLimits } from './checkLimits';
import { countRecentIncidents } from './countRecentIncidents';
import type { RemediationContext } from './RemediationContext';
import { usualVerification, withVerification } from './whatOf';

/** Milliseconds for which it is tried to plan what was approved. */
const mostPlanning = 60_000;

/**
 * Begins an attempt that is approved: the limits are asked once more in the transaction that begins it,
 * under the lock of the counter, so that two at once do not both get the last place. Does nothing to one
 * that has begun, or is no longer approved.
 */
export async function actOnAttempt(
  context: RemediationContext,
  id: string,
): Promise<void> {
  const row = await readAttempt(context.db, id);
  if (row?.state !== 'approved' || row.execution_id) return;
  const policy = row.policy_ref
    ? await findDocument<PolicySpec>(context.db, 'policy', row.policy_ref)
    : undefined;
  if (row.policy_ref && !policy?.spec) {
    await refuse(
      context,
      row,
      say('attempt.gone', 'Not done: its policy is gone or has errors.'),
    );
    return;
  }
  const what: AttemptWhat = JSON.parse(row.what);
  const details: AttemptDetails = JSON.parse(row.details);
  const verification = policy?.spec?.verification ?? usualVerification;
  const asked = await resolveRequest(context, what, row.policy_ref !== null);
  const resolved = {
    ...withVerification(asked, { verification }),
    alert: details.alert,
  };
  // What was approved is what is done: a plan that says otherwise by now is refused.
  const plan = await planResolved(context, context.approval, resolved, {
    requestedBy: row.proposed_by,
    incidentId: what.incidentId,
  });
  // A far end that is slow just now says nothing against it: the next look asks again.
  const since = Number(row.decided_at ?? row.at);
  if (unplanned(details.plan, plan) && context.now() - since < mostPlanning)
    return;
  const changed = whatChanged(details.plan, plan);
  if (changed) {
    await refuse(context, row, changed);
    return;
  }
  const recentIncidents = policy?.spec
    ? await countRecentIncidents(context, policy.spec.limits.storm)
    : 0;
  const baseline = await readBaseline(context, verification, row.entity_ref);
  await context.db.transaction(async trx => {
    await lockCounter(trx, 'attempt');
    const limits: LimitCheck[] = policy?.spec
      ? await checkLimits(
          trx,
          policy.spec,
          {
            id,
            policyRef: policy.ref,
            symptom: row.symptom,
            since: details.since ?? Number(row.at),
            entityRef: row.entity_ref,
            ...(row.incident_id && { incidentId: row.incident_id }),
            target: row.target,
            plan,
            recentIncidents,
          },
          context.now(),
        )
      : [];
    const broken = limits.find(({ holds }) => !holds);
    if (broken) {
      await changeAttempt(context, trx, row, {
        state: 'refused',
        finished_at: context.now(),
        due_at: context.now(),
        details: { limits },
        said: say('attempt.refused', `Not done: ${broken.said.text}`, {
          why: broken.said,
        }),
      });
      return;
    }
    const executionId = await insertExecution(
      context,
      {
        kind: resolved.runbookRef ? 'runbook' : 'action',
        runKind: executionRunKind,
        key: row.id,
        resolved,
        incidentId: what.incidentId,
        reason: details.policyTitle ?? details.said.text,
        steps: engineSteps(resolved.program, context.actions),
      },
      {
        name: row.proposed_by,
        ...(row.policy_ref && { policyRef: row.policy_ref }),
        attemptId: row.id,
        baseline,
        isMixed: isMixed(details.since ?? Number(row.at), context.now()),
        target: row.target,
      },
      trx,
    );
    await changeAttempt(context, trx, row, {
      state: 'running',
      execution_id: executionId,
      acted_at: context.now(),
      due_at: null,
      details: { plan, limits },
      said: say('attempt.running', 'Under way.'),
    });
  });
  context.runs.wake();
  context.changed([id]);
}

async function refuse(
  context: RemediationContext,
  row: AttemptRow,
  said: AttemptDetails['said'],
): Promise<void> {
  await context.db.transaction(trx =>
    changeAttempt(context, trx, row, {
      state: 'refused',
      finished_at: context.now(),
      due_at: context.now(),
      said,
    }),
  );
  context.changed([row.id]);
}

/** Why a step that could be planned cannot any more. */
function unplanned(
  approved: AttemptDetails['plan'],
  plan: AttemptDetails['plan'],
): AttemptDetails['said'] | undefined {
  return plan.steps.find(
    ({ problem }, index) =>
      problem?.code === 'plan.failed' && approved.steps[index]?.plan,
  )?.problem;
}

/** Why a plan is not the one that was approved, or cannot be done any more. */
function whatChanged(
  approved: AttemptDetails['plan'],
  plan: AttemptDetails['plan'],
): AttemptDetails['said'] | undefined {
  const refusal =
    plan.steps.flatMap(step => step.plan?.refusals ?? [])[0] ??
    unplanned(approved, plan);
  if (refusal)
    return say('attempt.refused', `Not done: ${refusal.text}`, {
      why: refusal,
    });
  const targets = (of: AttemptDetails['plan']) =>
    JSON.stringify(
      of.steps.map(step => [step.plan?.target, step.plan?.title.text]),
    );
  return targets(approved) === targets(plan)
    ? undefined
    : say(
        'attempt.changed',
        'Not done: by now it would do something else than was approved.',
      );
}

/** Whether minutes of a reading lie before the trouble, or only in part after its beginning. */
function isMixed(since: number, now: number): boolean {
  const firstMinute = Math.ceil((now / 1000 - spanSeconds) / 60);
  return since > firstMinute * 60_000;
}

async function readBaseline(
  { burn, logger }: RemediationContext,
  { objectives }: PolicySpec['verification'],
  entityRef: string,
): Promise<Record<string, number>> {
  try {
    const refs = objectives?.length
      ? objectives
      : await burn.objectivesOf(entityRef);
    const readings = await burn.read(refs);
    return Object.fromEntries(
      readings.flatMap(({ objective, burnRate }) =>
        burnRate === undefined ? [] : [[objective, burnRate]],
      ),
    );
  } catch (error) {
    logger.debug('There is no burn rate to compare with', error as Error);
    return {};
  }
}
