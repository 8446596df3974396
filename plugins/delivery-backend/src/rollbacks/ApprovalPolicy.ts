import type { Config } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** Annotation that says how much an entity matters: `1`. */
export const tierAnnotation = 'ghostlight.dev/tier';

/** When a second person has to agree. */
export interface ApprovalPolicy {
  /** One that fits is enough; all that it names must fit. */
  needed: { environments?: string[]; tiers?: string[] }[];
  /** Milliseconds that somebody has to decide. */
  waits: number;
}

/**
 * `delivery.rollback.approval.needed` is a list of `{environments?, tiers?}`; `waits` 30 minutes unless
 * it says otherwise.
 */
export function readApprovalPolicy(
  section: Config | undefined,
): ApprovalPolicy {
  const config = section?.getOptionalConfig('rollback.approval');
  return {
    needed: (config?.getOptionalConfigArray('needed') ?? []).map(entry => ({
      environments: entry.getOptionalStringArray('environments'),
      tiers: entry.getOptionalStringArray('tiers'),
    })),
    waits: config?.has('waits')
      ? durationToMilliseconds(readDurationFromConfig(config, { key: 'waits' }))
      : 30 * 60_000,
  };
}

/** The rule by which this needs a second person, when one does. */
export function approvalNeeded(
  policy: ApprovalPolicy,
  entity: Entity,
  environment: string,
): { environment?: string; tier?: string } | undefined {
  const tier = entity.metadata.annotations?.[tierAnnotation];
  const rule = policy.needed.find(
    ({ environments, tiers }) =>
      (!environments || environments.includes(environment)) &&
      (!tiers || (tier !== undefined && tiers.includes(tier))),
  );
  if (!rule) return undefined;
  return {
    ...(rule.environments && { environment }),
    ...(rule.tiers && { tier }),
  };
}
