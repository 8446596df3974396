import type { ActionPlan } from '@ghostlight/plugin-runbooks-common';
import type {
  Action,
  ActionPlan as PlannedAction,
} from '@ghostlight/plugin-runbooks-node';
import type { JsonObject } from '@backstage/types';
import { say } from '@ghostlight/reliability-node';
import type { ExecutionContext } from './ExecutionContext';

/** What an action would do, for people: nothing secret, with all that depends on its target. */
export function sayPlan(
  context: Pick<ExecutionContext, 'dependantsOf' | 'secrets' | 'now'>,
  action: Action,
  plan: PlannedAction,
  options: { entityRef?: string; input: JsonObject },
): ActionPlan {
  const { entityRef } = options;
  const entities = [
    ...new Set([
      ...(entityRef ? context.dependantsOf(entityRef) : []),
      ...(plan.touches ?? []),
    ]),
  ];
  const percent =
    plan.share === undefined ? undefined : Math.round(plan.share * 100);
  return context.secrets.redactAll({
    action: action.id,
    title: plan.title,
    input: withoutSecrets(options.input, action.secrets),
    ...(plan.target && { target: plan.target }),
    changes: plan.changes,
    reversible: action.reversible,
    ...(plan.undo && { undo: plan.undo }),
    blastRadius: {
      entities,
      ...(plan.share !== undefined && { share: plan.share }),
      said:
        percent === undefined
          ? say(
              'blast.entities',
              `Touches ${entities.length} entities of the catalog.`,
              { entities: entities.length },
            )
          : say(
              'blast.share',
              `Touches ${percent} % of the instances, and ${entities.length} entities of the catalog.`,
              { percent, entities: entities.length },
            ),
    },
    ...(plan.healthyShare !== undefined && {
      healthyShare: plan.healthyShare,
    }),
    refusals: plan.refusals,
    asOf: new Date(context.now()).toISOString(),
  });
}

/** Secret paths `a.b` of an input are left out. */
function withoutSecrets(input: JsonObject, paths: string[] = []): JsonObject {
  const clean: JsonObject = structuredClone(input);
  for (const path of paths) {
    const names = path.split('.');
    const last = names.pop()!;
    let at: JsonObject | undefined = clean;
    for (const name of names) at = at?.[name] as JsonObject | undefined;
    if (at && last in at) at[last] = '***';
  }
  return clean;
}
