import { ResponseError } from '@backstage/errors';
import type {
  ExecutionPlan,
  ExecutionRequest,
  PlannedStep,
} from '@ghostlight/plugin-runbooks-common';
import { fillIn } from '@ghostlight/plugin-runbooks-common';
import type { JsonObject } from '@backstage/types';
import { inTime, say } from '@ghostlight/reliability-node';
import { parseInput } from '../ActionDirectory';
import { anybody } from '../service/mayOf';
import { whyApproval, type ApprovalPolicy } from './ApprovalPolicy';
import type { ExecutionContext } from './ExecutionContext';
import type { ProgramStep } from './Program';
import { resolveRequest, type Resolved } from './resolveRequest';
import { sayPlan } from './sayPlan';
import { templateValues } from './templateValues';

/** Templates that name what an earlier step results in. */
const usesResults = /\$\{\{\s*steps\.([^.\s}]*)/g;
/** Milliseconds that one action may take to say what it would do. */
const patience = 8_000;

/** A plan without whether the caller may. */
export type BarePlan = ExecutionPlan;

/** What a run would do, step by step. Changes nothing; what cannot be told now says why. */
export async function planExecution(
  context: ExecutionContext,
  policy: ApprovalPolicy,
  request: ExecutionRequest,
  requestedBy: string,
): Promise<ExecutionPlan> {
  const resolved = await resolveRequest(context, request);
  return planResolved(context, policy, resolved, {
    requestedBy,
    incidentId: request.incidentId,
  });
}

/** @param results - of steps that have been done, by their ids */
export async function planResolved(
  context: ExecutionContext,
  policy: ApprovalPolicy,
  resolved: Resolved,
  asked: { requestedBy: string; incidentId?: string },
  results: Record<string, JsonObject> = {},
): Promise<ExecutionPlan> {
  const { program, runbookRef, entityRef, entity, environment } = resolved;
  const steps = await Promise.all(
    program.steps.map(step =>
      planStep(context, resolved, step, asked, results),
    ),
  );
  const why = whyApproval(policy, context.actions, program, entity);
  const { ownerRef } =
    (entityRef ? context.belongingOf(entityRef) : undefined) ?? {};
  const inputs = { ...resolved.inputs };
  for (const name of resolved.secrets) inputs[name] = '***';
  return {
    ...(runbookRef && { runbookRef }),
    ...(entityRef && { entityRef }),
    environment,
    inputs,
    steps,
    // A step further on may well be possible once those before it are done.
    refusals: steps[0]?.plan?.refusals ?? [],
    ...(program.estimatedSeconds && {
      estimatedSeconds: program.estimatedSeconds,
    }),
    may: anybody,
    approval: {
      needed: why !== undefined,
      ...(why && { why }),
      approvers: ownerRef ? [ownerRef] : [],
    },
    asOf: new Date(context.now()).toISOString(),
  };
}

async function planStep(
  context: ExecutionContext,
  resolved: Resolved,
  step: ProgramStep,
  asked: { requestedBy: string; incidentId?: string },
  results: Record<string, JsonObject>,
): Promise<PlannedStep> {
  const { id, title, kind, phase, timeoutSeconds } = step;
  const planned: PlannedStep = {
    id,
    title,
    kind,
    ...(phase && { phase }),
    timeoutSeconds,
  };
  if (kind !== 'action') return planned;
  try {
    const action = context.actions.require(step.action ?? '');
    if (!step.literal && usesMoreThan(results, step))
      return {
        ...planned,
        problem: say(
          'plan.later',
          'It uses what an earlier step finds out; known only when it runs.',
        ),
      };
    const { entityRef, entity, environment, inputs, secrets, alert } = resolved;
    const values = templateValues(
      {
        entityRef,
        environment,
        incidentId: asked.incidentId,
        inputs,
        secrets,
        alert,
      },
      results,
      context.secrets,
    );
    const filled: JsonObject = step.literal
      ? step.input ?? {}
      : fillIn(step.input ?? {}, values);
    const input = parseInput(action, filled);
    const plan = await inTime(patience, signal =>
      action.plan(input, { entity, environment, ...asked, signal }),
    );
    return {
      ...planned,
      plan: sayPlan(context, action, plan, { entityRef, input }),
    };
  } catch (error) {
    const why = context.secrets.redact(messageOf(error));
    return {
      ...planned,
      problem: say(
        'plan.failed',
        `It cannot be told what it would do: ${why}`,
        {
          why,
        },
      ),
    };
  }
}

/** Whether a step waits for what others before it find out. */
function usesMoreThan(
  results: Record<string, JsonObject>,
  { input }: ProgramStep,
): boolean {
  return [...JSON.stringify(input ?? {}).matchAll(usesResults)].some(
    ([, id]) => !Object.hasOwn(results, id),
  );
}

/** What another plugin said, rather than the status that it said it with. */
function messageOf(error: unknown): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : (error as Error).message;
}
