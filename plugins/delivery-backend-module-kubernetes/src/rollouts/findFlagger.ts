import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import type {
  ExternalRollout,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import {
  type Deployment,
  type KubeObject,
  type Place,
  hasStatus,
} from '@ghostlight/reliability-kubernetes';
import { versionOf } from '../describe/templates';
import { pathOf } from '../kube/paths';

/** `flagger.app/v1beta1`, as far as it is read. */
interface Canary extends KubeObject {
  spec: {
    targetRef?: { kind: string; name: string };
    analysis?: {
      interval?: string;
      iterations?: number;
      maxWeight?: number;
      stepWeight?: number;
      stepWeights?: number[];
      match?: unknown[];
    };
  };
  status?: {
    phase?: string;
    canaryWeight?: number;
    iterations?: number;
    failedChecks?: number;
    lastAppliedSpec?: string;
    lastTransitionTime?: string;
    conditions?: { message?: string; lastUpdateTime?: string }[];
  };
}

const states: Record<string, ExternalRollout['state']> = {
  Initializing: 'running',
  Initialized: 'succeeded',
  Waiting: 'paused',
  Progressing: 'running',
  WaitingPromotion: 'paused',
  Promoting: 'promoting',
  Finalising: 'promoting',
  Succeeded: 'succeeded',
  Failed: 'rolled-back',
};

const mostSteps = 20;

/** What Flagger does with a Deployment. It is only looked at: Flagger asks its webhooks, not people. */
export async function findFlagger(
  target: TargetRef,
  { client, namespace, name }: Place,
  signal: AbortSignal,
): Promise<ExternalRollout[]> {
  const canaries = await client
    .list<Canary>(pathOf('canaries', namespace), { signal })
    .catch(error => {
      if (hasStatus(error, 403, 404)) return { items: [] };
      throw error;
    });
  const mine = canaries.items.filter(
    ({ spec: { targetRef } }) =>
      targetRef?.kind === 'Deployment' && targetRef.name === name,
  );
  if (!mine.length) return [];
  const [fresh, stable] = await Promise.all(
    [name, `${name}-primary`].map(of =>
      client.find<Deployment>(pathOf('deployments', namespace, of), { signal }),
    ),
  );
  const version = (deployment: Deployment | undefined) =>
    deployment &&
    versionOf(deployment.spec.template, deployment.metadata.annotations);
  return mine.map(({ metadata, spec, status = {} }) => {
    const strategy = strategyOf(spec.analysis);
    const state = states[status.phase ?? ''] ?? 'unknown';
    const weight = state === 'succeeded' ? 100 : status.canaryWeight ?? 0;
    const step = strategy.steps?.findIndex(known => known.weight >= weight);
    const said = status.conditions?.at(-1)?.message;
    const at = Date.parse(status.lastTransitionTime ?? '') || 0;
    const over = ['succeeded', 'rolled-back'].includes(state);
    const previous = version(stable);
    return {
      engine: 'flagger',
      target,
      key: `${metadata.uid}@${status.lastAppliedSpec ?? ''}`,
      strategy,
      state,
      version: version(fresh) ?? 'unknown',
      ...(previous && !over && { previousVersion: previous }),
      weight,
      ...(step !== undefined && step >= 0 && { step }),
      startedAt: at,
      ...(over && { finishedAt: at }),
      text: `${status.phase ?? 'Unknown'}${said ? `: ${said}` : ''}`,
      controls: [],
    };
  });
}

function strategyOf(analysis: Canary['spec']['analysis'] = {}): StrategySpec {
  const seconds = secondsOf(analysis.interval);
  const { iterations, stepWeights, stepWeight, maxWeight = 100 } = analysis;
  if (iterations)
    return {
      type: analysis.match?.length ? 'ab' : 'blue-green',
      watchSeconds: Math.min(86_400, iterations * seconds),
    };
  const weights =
    stepWeights ??
    Array.from(
      { length: stepWeight ? Math.ceil(maxWeight / stepWeight) : 0 },
      (_, index) => Math.min(maxWeight, (index + 1) * stepWeight!),
    );
  return {
    type: 'canary',
    steps: weights.slice(0, mostSteps).map(weight => ({ weight, seconds })),
  };
}

/** `1m`, `30s`, `1m30s` */
function secondsOf(interval = '1m'): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  return [...interval.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit],
    0,
  );
}
