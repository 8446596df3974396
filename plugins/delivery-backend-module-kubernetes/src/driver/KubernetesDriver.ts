import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Driver,
  DriverCall,
  DriverPlan,
  DriverStep,
  RolloutDriver,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { Clusters } from '@ghostlight/reliability-kubernetes';
import { revision } from '../describe/annotations';
import { Effects } from '../effects/Effects';
import { KubernetesRollouts } from '../rollouts/KubernetesRollouts';
import { cancelRestore } from './cancelRestore';
import { planRestore } from './planRestore';
import { readWorkload } from './readWorkload';
import { targetsOf } from './targetsOf';

const kind = 'deployments';

/** Acts on Deployments. */
export class KubernetesDriver implements Driver {
  readonly id = 'kubernetes';
  readonly title = 'Kubernetes';
  readonly rollouts: RolloutDriver;
  private readonly effects: Effects;

  private constructor(
    private readonly clusters: Clusters,
    private readonly logger: LoggerService,
  ) {
    this.effects = Effects.create(clusters);
    this.rollouts = KubernetesRollouts.create({ clusters });
  }

  static create(options: {
    clusters: Clusters;
    logger: LoggerService;
  }): KubernetesDriver {
    return new KubernetesDriver(options.clusters, options.logger);
  }

  targets(entity: Entity, signal: AbortSignal): Promise<TargetRef[]> {
    const { id, clusters, logger } = this;
    return targetsOf({ driver: id, kind, entity, clusters, logger, signal });
  }

  async revisions(target: TargetRef, signal: AbortSignal) {
    const { current, generations } = await this.read(target, signal);
    const known = generations.map(generation => generation.revision);
    return known.some(({ current: is }) => is) ? known : [current, ...known];
  }

  async plan(request: {
    entity: Entity;
    target: TargetRef;
    toRevision: string;
    signal: AbortSignal;
  }): Promise<DriverPlan[]> {
    const { target, toRevision, signal } = request;
    const workload = await this.read(target, signal);
    return [
      await planRestore({
        place: this.clusters.place(target, kind),
        kind,
        workload,
        toRevision,
        lane: this.id,
        dryRun: step => this.dryRun(step, signal),
        signal,
      }),
    ];
  }

  dryRun(step: DriverStep, signal: AbortSignal) {
    return this.effects.dryRun(step, signal);
  }

  act(step: DriverStep, call: DriverCall) {
    return this.effects.act(step, call);
  }

  readBack(step: DriverStep, call: DriverCall) {
    return this.effects.readBack(step, call);
  }

  observe(plan: DriverPlan, call: DriverCall) {
    return this.effects.observe(plan.steps[plan.steps.length - 1], call);
  }

  cancel(plan: DriverPlan, done: string[]) {
    return cancelRestore(plan, done);
  }

  private read(target: TargetRef, signal: AbortSignal) {
    const place = this.clusters.place(target, kind);
    return readWorkload(place, { kind, revisionAnnotation: revision }, signal);
  }
}
