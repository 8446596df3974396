import type { Entity } from '@backstage/catalog-model';
import type {
  ActOutcome,
  Driver,
  DriverStep,
  ExternalRollout,
  MetricSource,
  Observation,
  RolloutDriver,
  RolloutStepPlan,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { Sentence } from '@ghostlight/plugin-delivery-common';

const target: TargetRef = {
  driver: 'toy',
  ref: 'prod/payments',
  title: 'payments in prod',
  environment: 'production',
};

/**
 * A platform in memory that shifts traffic between two versions, and measures them: the new one fails at
 * `canaryRate`, the old one at `rate`. What was done is known by its action id.
 */
export class ToyPlatform implements Driver, MetricSource {
  readonly id = 'toy';
  readonly title = 'Toy';
  weight = 0;
  version = 'v1';
  rate = 0.001;
  canaryRate = 0.001;
  /** Requests a second. */
  traffic = 200_000;
  cpu = 0.3;
  refusals: Sentence[] = [];
  observation: Observation = { state: 'healthy', text: 'up' };
  external: ExternalRollout[] = [];
  /** Every effect that took place, in order. */
  readonly done: { id: string; actionId: string }[] = [];

  readonly rollouts: RolloutDriver = {
    plan: async ({ strategy, image }) => ({
      from: { id: '1', version: this.version, current: true },
      steps: [
        effect('make', { version: image }),
        ...strategy.steps.map(({ weight }) =>
          effect(`shift-${weight}`, { weight }, weight),
        ),
      ],
      back: [effect('back', { weight: 0 }, 0), effect('remove', {})],
      canary: { track: 'canary' },
      baseline: { track: 'stable' },
      refusals: this.refusals,
    }),
    observe: async ({ id }) =>
      id === 'back' || id === 'remove'
        ? { state: 'healthy', text: 'as before' }
        : this.observation,
    external: async () => this.external,
    control: (_rollout, action) => effect(action, { action }).step!,
  };

  async targets(_entity: Entity): Promise<TargetRef[]> {
    return [target];
  }

  async revisions() {
    return [];
  }

  async plan() {
    return [];
  }

  async dryRun(): Promise<ActOutcome> {
    return { state: 'applied' };
  }

  async act(
    { id, pinned }: DriverStep,
    { actionId }: { actionId: string },
  ): Promise<ActOutcome> {
    if (pinned.action === 'abort' && !this.external.length)
      return { state: 'refused', error: 'There is no such rollout' };
    this.done.push({ id, actionId });
    if (typeof pinned.weight === 'number') this.weight = pinned.weight;
    return { state: 'applied' };
  }

  async readBack(_step: DriverStep, { actionId }: { actionId: string }) {
    return this.done.some(one => one.actionId === actionId)
      ? { state: 'applied' as const }
      : { state: 'absent' as const };
  }

  async observe(): Promise<Observation> {
    return this.observation;
  }

  async values({
    metric,
    from,
    to,
    stepMs,
  }: Parameters<MetricSource['values']>[0]) {
    if (metric !== 'cpu') return undefined;
    const points = [];
    for (let at = from; at <= to; at += stepMs)
      points.push({ at, value: this.cpu });
    return points;
  }

  async counts({ from, to, selector }: Parameters<MetricSource['counts']>[0]) {
    const isCanary = selector?.track === 'canary';
    const stable = selector ? 1 - this.weight / 100 : 1;
    const share = isCanary ? this.weight / 100 : stable;
    const total = Math.round(((to - from) / 1_000) * this.traffic * share);
    return {
      bad: Math.round(total * (isCanary ? this.canaryRate : this.rate)),
      total,
    };
  }
}

function effect(
  id: string,
  pinned: DriverStep['pinned'],
  weight?: number,
): RolloutStepPlan {
  return {
    id,
    title: `Do ${id}`,
    kind: 'effect',
    ...(weight !== undefined && { weight }),
    step: { id, title: `Do ${id}`, reversible: true, pinned },
  };
}
