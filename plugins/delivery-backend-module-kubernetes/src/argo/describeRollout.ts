import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import type {
  ExternalRollout,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { ReplicaSet } from '@ghostlight/reliability-kubernetes';
import { hashLabelOf, versionOf } from '../describe/templates';
import type { CanaryStep, Rollout } from './Rollout';

type State = ExternalRollout['state'];

/** A Rollout as it stands. */
export function describeRollout(
  target: TargetRef,
  rollout: Rollout,
  sets: ReplicaSet[],
): ExternalRollout {
  const { metadata, spec, status = {} } = rollout;
  const hash = status.currentPodHash ?? '';
  const of = (podHash: string | undefined) =>
    sets.find(set => hashLabelOf(set.metadata.labels) === podHash);
  const current = of(hash);
  const stable = status.stableRS === hash ? undefined : of(status.stableRS);
  const state = stateOf(rollout);
  const made =
    current?.metadata.creationTimestamp ?? metadata.creationTimestamp;
  const weight = status.canary?.weights?.canary?.weight ?? weightOf(rollout);
  const aborted = Date.parse(status.abortedAt ?? '');
  return {
    engine: 'argo-rollouts',
    target,
    key: `${metadata.uid}@${hash}`,
    strategy: strategyOf(rollout),
    state,
    version: versionOf(
      current?.spec.template ?? spec.template,
      current?.metadata.annotations,
    ),
    ...(stable && {
      previousVersion: versionOf(
        stable.spec.template,
        stable.metadata.annotations,
      ),
    }),
    ...(weight !== undefined && { weight }),
    ...(typeof status.currentStepIndex === 'number' && {
      step: status.currentStepIndex,
    }),
    startedAt: Date.parse(made ?? '') || 0,
    ...(aborted && { finishedAt: aborted }),
    text: textOf(rollout),
    controls: controlsOf(rollout, state),
  };
}

function stateOf({ metadata, spec, status = {} }: Rollout): State {
  const seen =
    Number(status.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  if (!status.currentPodHash) return 'unknown';
  if (status.abort)
    return status.phase === 'Degraded' ? 'rolled-back' : 'aborting';
  if (spec.paused || (seen && status.phase === 'Paused')) return 'paused';
  if (!seen) return 'running';
  switch (status.phase) {
    case 'Healthy':
      return 'succeeded';
    case 'Degraded':
      return 'failed';
    case 'Progressing':
      return status.promoteFull ? 'promoting' : 'running';
    default:
      return 'unknown';
  }
}

function strategyOf({ spec }: Rollout): StrategySpec {
  const { canary, blueGreen } = spec.strategy ?? {};
  if (blueGreen) return { type: 'blue-green' };
  if (!canary) return { type: 'rolling' };
  let weight = 0;
  // One for one, so that the index of a step is the same on both sides.
  const steps = (canary.steps ?? []).map(step => {
    weight = step.setWeight ?? weight;
    return { weight, seconds: step.pause ? secondsOf(step) : 0 };
  });
  return { type: 'canary', steps: steps.slice(0, 20) };
}

/** `30`, `"30s"`, `"10m"`, `"1h"`; without a duration it waits for a person, which is 0 here. */
function secondsOf({ pause }: CanaryStep): number {
  const [, number, unit] =
    /^(\d+)(s|m|h)?$/.exec(String(pause?.duration ?? 0)) ?? [];
  const factor = { s: 1, m: 60, h: 3600 }[unit ?? 's'] ?? 1;
  return Math.min(86_400, Number(number ?? 0) * factor);
}

/** The last weight that was set before the step where it is. */
function weightOf({ spec, status = {} }: Rollout): number | undefined {
  const steps = spec.strategy?.canary?.steps;
  if (!steps) return undefined;
  if (status.abort) return 0;
  if (status.phase === 'Healthy') return 100;
  return steps
    .slice(0, (status.currentStepIndex ?? 0) + 1)
    .reduce((weight, step) => step.setWeight ?? weight, 0);
}

function textOf({ spec, status = {} }: Rollout): string {
  const steps = spec.strategy?.canary?.steps?.length;
  const at =
    steps && status.phase !== 'Healthy'
      ? `, step ${status.currentStepIndex ?? 0} of ${steps}`
      : '';
  const said = status.message ? `: ${status.message}` : '';
  return `${status.phase ?? 'Not seen by the controller yet'}${at}${said}`;
}

function controlsOf(
  { spec, status = {} }: Rollout,
  state: State,
): ExternalRollout['controls'] {
  if (status.abort) return ['retry'];
  if (spec.paused) return ['resume', 'abort'];
  switch (state) {
    case 'paused':
      return ['promote', 'promote-fully', 'abort'];
    case 'running':
      return ['promote-fully', 'pause', 'abort'];
    case 'promoting':
      return ['abort'];
    default:
      return [];
  }
}
