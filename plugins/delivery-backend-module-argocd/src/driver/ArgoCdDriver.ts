import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  Driver,
  DriverCall,
  DriverPlan,
  DriverStep,
  Observation,
  Revision,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { ArgoClient } from '../argo/ArgoClient';
import type { Instances } from '../argo/Instances';
import { Revisions } from '../argo/Revisions';
import { Effects } from '../effects/Effects';
import { cancelRollback } from './cancelRollback';
import { describeRows } from './describeRows';
import { observeRollback } from './observeRollback';
import { planRollback } from './planRollback';
import { targetsOf } from './targetsOf';

/** Rolls applications back to what their history has. */
export class ArgoCdDriver implements Driver {
  readonly id = 'argocd';
  readonly title = 'Argo CD';
  private readonly effects: Effects;
  private readonly revisionsOf = new Map<ArgoClient, Revisions>();

  private constructor(
    private readonly instances: Instances,
    private readonly logger: LoggerService,
  ) {
    this.effects = Effects.create(instances);
    for (const client of instances.all)
      this.revisionsOf.set(client, Revisions.create({ client }));
  }

  static create(options: {
    instances: Instances;
    logger: LoggerService;
  }): ArgoCdDriver {
    return new ArgoCdDriver(options.instances, options.logger);
  }

  targets(entity: Entity, signal: AbortSignal): Promise<TargetRef[]> {
    const { instances, logger } = this;
    return targetsOf({ entity, instances, logger, signal });
  }

  async revisions(target: TargetRef, signal: AbortSignal): Promise<Revision[]> {
    const { app, revisions } = await this.read(target, signal);
    const rows = await describeRows({ app, revisions, signal });
    return rows.map(({ revision }) => revision);
  }

  async plan(request: {
    entity: Entity;
    target: TargetRef;
    toRevision: string;
    signal: AbortSignal;
  }): Promise<DriverPlan[]> {
    const { target, toRevision, signal } = request;
    return planRollback({
      ...(await this.read(target, signal)),
      toRevision,
      dryRun: step => this.dryRun(step, signal),
      signal,
    });
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

  observe(plan: DriverPlan, call: DriverCall): Promise<Observation> {
    return observeRollback(plan, { ...call, instances: this.instances });
  }

  cancel(plan: DriverPlan, done: string[]) {
    return cancelRollback(plan, done);
  }

  private async read(target: TargetRef, signal: AbortSignal) {
    const { client, ...name } = this.instances.place(target);
    const app = await client.find(name, signal);
    if (!app)
      throw new NotFoundError(
        `There is no application ${name.name} in ${name.namespace} (any more)`,
      );
    return { client, app, revisions: this.revisionsOf.get(client)! };
  }
}
