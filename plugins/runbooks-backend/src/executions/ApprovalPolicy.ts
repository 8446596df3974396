import { type Config, readDurationFromConfig } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { durationToMilliseconds } from '@backstage/types';
import { say } from '@ghostlight/reliability-node';
import type { ActionDirectory } from '../ActionDirectory';
import type { Program } from './Program';

/** When a run that a person asks for needs a second one. */
export interface ApprovalPolicy {
  /** Of the annotation `ghostlight.dev/tier`. */
  tiers: string[];
  /** Whether actions that cannot be taken back need one, unless the runbook asks for it itself. */
  irreversible: boolean;
  /** Milliseconds for which it is waited. */
  waits: number;
}

const tierAnnotation = 'ghostlight.dev/tier';

/** @param config - `runbooks.approval` */
export function readApprovalPolicy(config: Config | undefined): ApprovalPolicy {
  return {
    tiers: config?.getOptionalStringArray('tiers') ?? [],
    irreversible: config?.getOptionalBoolean('irreversible') ?? true,
    waits: config?.has('expires')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'expires' }),
        )
      : 3600_000,
  };
}

/** Why a program needs a second person, or undefined. */
export function whyApproval(
  policy: ApprovalPolicy,
  actions: ActionDirectory,
  program: Program,
  entity: Entity | undefined,
): Sentence | undefined {
  const acts = program.steps.filter(({ kind }) => kind === 'action');
  if (!acts.length) return undefined;
  const tier = entity?.metadata.annotations?.[tierAnnotation];
  if (tier && policy.tiers.includes(tier))
    return say(
      'approval.tier',
      `Services of tier ${tier} need a second person.`,
      {
        tier,
      },
    );
  const asks = program.steps.findIndex(({ kind }) => kind === 'approval');
  const first = program.steps.find(
    ({ kind, action = '' }, index) =>
      kind === 'action' &&
      (asks < 0 || index < asks) &&
      actions.get(action)?.reversible === false,
  );
  return policy.irreversible && first
    ? say(
        'approval.irreversible',
        `“${first.title}” cannot be taken back, so a second person has to agree.`,
        { title: first.title },
      )
    : undefined;
}
