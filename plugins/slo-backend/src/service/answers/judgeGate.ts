import {
  builtinPolicies,
  evaluatePolicy,
  type Gate,
  type ObjectiveStatus,
  type Policy,
} from '@ghostlight/plugin-slo-common';
import { getEntityVerdicts } from '../database/getEntityVerdicts';
import { listOverrides } from '../database/overrides';
import { findPolicy, findPolicyFor } from '../findPolicy';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

const severity = { allow: 0, warn: 1, deny: 2 };

/**
 * The gate of an entity: each objective under its own policy, the strictest verdict counts, and an
 * active override has the last word.
 */
export async function judgeGate(
  context: ServiceContext,
  entityRef: string,
): Promise<Gate> {
  const { db } = context;
  const ref = readEntityRef('entityRef', entityRef);
  const now = context.now();
  const [objectives, [latest]] = await Promise.all([
    getEntityVerdicts(db, ref),
    listOverrides(db, ref, now),
  ]);
  const override = latest?.state === 'active' ? latest : undefined;
  const groups = objectives.length
    ? await byPolicy(context, objectives)
    : [{ policy: await findPolicyFor(context, ref), objectives }];
  const judged = groups
    .map(({ policy, objectives: members }) => ({
      policy,
      ...evaluatePolicy(policy, members, { now, override }),
    }))
    .sort((a, b) => severity[b.verdict] - severity[a.verdict]);
  const { policy, verdict } = judged[0];
  const measured = objectives.flatMap(({ asOf }) => asOf ?? []);
  return {
    entityRef: ref,
    verdict,
    policy: { ref: policy.ref, title: policy.title },
    // Each policy says that it is overridden; once is enough.
    checks: judged.flatMap(({ checks }, index) =>
      index ? checks.filter(({ id }) => id !== 'override') : checks,
    ),
    recommendations: judged.flatMap(({ recommendations }) => recommendations),
    ...(override && { override }),
    asOf: measured.length ? Math.min(...measured) : null,
  };
}

async function byPolicy(
  context: ServiceContext,
  objectives: ObjectiveStatus[],
): Promise<{ policy: Policy; objectives: ObjectiveStatus[] }[]> {
  const groups = new Map<string, ObjectiveStatus[]>();
  for (const objective of objectives) {
    const ref = objective.policyRef ?? builtinPolicies.conservative.ref;
    const group = groups.get(ref) ?? [];
    group.push(objective);
    groups.set(ref, group);
  }
  return Promise.all(
    [...groups].map(async ([ref, members]) => ({
      policy: await findPolicy(context, ref),
      objectives: members,
    })),
  );
}
