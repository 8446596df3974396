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
import { cancelRestore } from '../driver/cancelRestore';
import { planRestore } from '../driver/planRestore';
import { readWorkload } from '../driver/readWorkload';
import { targetsOf } from '../driver/targetsOf';
import { Effects } from '../effects/Effects';
import { ArgoRollouts } from './ArgoRollouts';
import { revisionAnnotation, type Rollout } from './Rollout';

const kind = 'rollouts';

/** Acts on Rollouts of Argo Rollouts, through the API of the cluster. */
export class ArgoRolloutsDriver implements Driver {
  readonly id = 'argo-rollouts';
  readonly title = 'Argo Rollouts';
  readonly rollouts: RolloutDriver;
  private readonly effects: Effects;

  private constructor(
    private readonly clusters: Clusters,
    private readonly logger: LoggerService,
  ) {
    this.effects = Effects.create(clusters);
    this.rollouts = ArgoRollouts.create({ clusters });
  }

  static create(options: {
    clusters: Clusters;
    logger: LoggerService;
  }): ArgoRolloutsDriver {
    return new ArgoRolloutsDriver(options.clusters, options.logger);
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
    const place = this.clusters.place(target, kind);
    const plan = await planRestore({
      place,
      kind,
      workload,
      toRevision,
      lane: this.id,
      dryRun: step => this.dryRun(step, signal),
      signal,
    });
    const { workloadRef } = workload.object.spec;
    if (!workloadRef) return [plan];
    const { kind: of, name } = workloadRef;
    const refusal = {
      code: 'argo-rollouts.workload-ref',
      text: `Rollout ${place.name} has its template from ${of} ${name}, which has to be changed instead`,
      params: { name },
    };
    return [{ ...plan, refusals: [...plan.refusals, refusal] }];
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
    return readWorkload<Rollout>(place, { kind, revisionAnnotation }, signal);
  }
}
