import type {
  ExecutionPlan,
  PolicySpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import {
  planResolved,
  resolveRequest,
  type Resolved,
  type SeenAlert,
} from '../executions';
import type { AttemptWhat } from './AttemptRow';
import type { RemediationContext } from './RemediationContext';
import { withVerification } from './whatOf';

/** What a rung would do. */
interface PlannedRung {
  title: string;
  plan: ExecutionPlan;
  /** Why that cannot be told. */
  unplanned?: Sentence;
}

/**
 * Says what a rung would do. One that names a runbook which is gone or has errors, or what it needs and does
 * not have, says that.
 */
export async function planRung(
  context: RemediationContext,
  what: AttemptWhat,
  options: {
    policy: { ref: string; title: string; spec: PolicySpec };
    alert?: SeenAlert;
  },
): Promise<PlannedRung> {
  const { policy, alert } = options;
  const asked = { requestedBy: policy.ref, incidentId: what.incidentId };
  const planOf = (resolved: Resolved) =>
    planResolved(context, context.approval, resolved, asked);
  const resolved = await resolveRequest(context, what, true).catch(error => {
    if (error.name === 'NotFoundError' || error.name === 'InputError')
      return unresolved(error.message);
    throw error;
  });
  if ('code' in resolved) {
    const nothing: Resolved = {
      program: { title: policy.title, steps: [] },
      ...(what.entityRef && { entityRef: what.entityRef }),
      environment: what.environment ?? 'production',
      inputs: {},
      secrets: [],
    };
    return {
      title: policy.title,
      plan: await planOf(nothing),
      unplanned: resolved,
    };
  }
  const plan = await planOf({
    ...withVerification(resolved, policy.spec),
    alert,
  });
  return {
    title: resolved.program.title,
    plan,
    unplanned: plan.steps.find(({ problem }) => problem?.code === 'plan.failed')
      ?.problem,
  };
}

function unresolved(why: string): Sentence {
  return say('plan.failed', `It cannot be told what it would do: ${why}`, {
    why,
  });
}
