import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  ActOutcome,
  Driver,
  DriverCall,
  DriverPlan,
  DriverStep,
  Observation,
  ReadBack,
  Revision,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { Faults, FakeApp, PlatformApi } from './FakePlatform';

export interface FakeDriverOptions {
  platform: PlatformApi;
  /** By entity ref: the environments in which it runs. */
  runs: Record<string, string[]>;
  id?: string;
  title?: string;
  /** Whether nothing undoes what it does by itself. */
  lasts?: boolean;
  /** Id of its lane; its own by default. */
  lane?: string;
  /** Turns off what would undo it first. */
  guarded?: boolean;
  faults?: Faults;
}

/** Says which app of the platform runs an entity. */
export const appOf = (entityRef: string, environment = 'production') =>
  `${environment}/${entityRef.split('/')[1]}`;

/** Rolls back on a platform that keeps revisions, as the driver of Kubernetes does. */
export class FakeDriver implements Driver {
  readonly id: string;
  readonly title: string;

  constructor(private readonly options: FakeDriverOptions) {
    this.id = options.id ?? 'fake';
    this.title = options.title ?? 'Fake platform';
  }

  async targets(entity: Entity): Promise<TargetRef[]> {
    if (this.options.faults?.down) throw new Error('connect ECONNREFUSED');
    const ref = stringifyEntityRef(entity);
    return (this.options.runs[ref] ?? []).map(environment => ({
      driver: this.id,
      ref: appOf(ref, environment),
      title: `${ref} in ${environment}`,
      environment,
    }));
  }

  async revisions({ ref }: TargetRef): Promise<Revision[]> {
    const app = await this.options.platform.read(ref);
    return revisionsOf(app);
  }

  async plan(request: {
    target: TargetRef;
    toRevision: string;
  }): Promise<DriverPlan[]> {
    const { ref } = request.target;
    const app = await this.options.platform.read(ref);
    const all = revisionsOf(app);
    const from = all.find(({ current }) => current)!;
    const to = all.find(({ id }) => id === request.toRevision);
    if (!to) throw new NotFoundError(`No revision ${request.toRevision}`);
    const { lasts = false, lane = this.id } = this.options;
    return [
      {
        from,
        to,
        values: [
          {
            kind: 'image',
            label: 'image of app',
            from: from.version,
            to: to.version,
          },
        ],
        diff: `-image: ${from.version}\n+image: ${to.version}\n`,
        oneWay: app.revisions
          .filter(({ id, oneWay }) => oneWay && Number(id) > Number(to.id))
          .map(({ oneWay }) => ({ code: 'fake.one-way', text: oneWay! })),
        undoers: [
          {
            name: 'Autoscaler',
            effect: 'none',
            said: { code: 'fake.hpa', text: 'It only changes replicas.' },
          },
        ],
        refusals: app.paused
          ? [{ code: 'fake.paused', text: 'It is paused.' }]
          : [],
        lane: {
          id: lane,
          title: `By ${this.title}`,
          lasts,
          said: { code: 'fake.lane', text: 'Until the next deployment.' },
        },
        steps: [
          ...(this.options.guarded ? [guardStep(ref, false)] : []),
          {
            id: 'restore',
            title: `Give it the template of ${to.version}`,
            reversible: true,
            pinned: {
              app: ref,
              to: to.id,
              version: to.version,
              resourceVersion: app.resourceVersion,
            },
            timeout: 30_000,
          },
        ],
      },
    ];
  }

  async dryRun(step: DriverStep): Promise<ActOutcome> {
    const { app, forbidden } = await this.look(step);
    if (forbidden) return { state: 'refused', error: forbidden };
    if (app.paused) return { state: 'refused', error: 'It is paused' };
    return { state: 'applied' };
  }

  async act(step: DriverStep, { actionId }: DriverCall): Promise<ActOutcome> {
    const { app, name, pinned, forbidden } = await this.look(step);
    if (app.actions.includes(actionId)) return { state: 'applied' };
    if (forbidden) return { state: 'refused', error: forbidden };
    if (typeof step.pinned.guard === 'boolean') {
      const { guard } = step.pinned;
      await this.options.platform.patch(name, { ...pinned, guard, actionId });
      return { state: 'applied' };
    }
    if (app.paused) return { state: 'refused', error: 'It is paused' };
    if (app.resourceVersion !== pinned.resourceVersion)
      return {
        state: 'refused',
        error: 'It was changed since the plan was made; plan again',
      };
    try {
      await this.options.platform.patch(name, { ...pinned, actionId });
    } catch (error) {
      const { name: kind, message } = error as Error;
      if (kind === 'ConflictError' || kind === 'NotFoundError')
        return { state: 'refused', error: message };
      throw error;
    }
    return { state: 'applied' };
  }

  async readBack(
    step: DriverStep,
    { actionId }: DriverCall,
  ): Promise<ReadBack> {
    const { app } = await this.look(step);
    return app.actions.includes(actionId)
      ? { state: 'applied', result: { readBack: true } }
      : { state: 'absent' };
  }

  async observe(
    plan: DriverPlan,
    { actionId }: DriverCall,
  ): Promise<Observation> {
    const { app } = await this.look(plan.steps.at(-1)!);
    if (!app.actions.includes(actionId))
      return {
        state: 'failed',
        text: 'The platform said yes, and nothing changed',
      };
    if (app.actions.at(-1) !== actionId && !this.options.guarded)
      return { state: 'superseded', text: 'Another change came after it' };
    return {
      state: app.health,
      text: app.health === 'healthy' ? '3 of 3 pods are ready' : '1 of 3 pods',
    };
  }

  cancel(plan: DriverPlan, done: string[]): DriverStep[] {
    return plan.steps
      .filter(({ id }) => id === 'unguard' && done.includes(id))
      .map(({ pinned }) => guardStep(String(pinned.app), true));
  }

  private async look({ pinned }: DriverStep) {
    const name = String(pinned.app);
    return {
      name,
      app: await this.options.platform.read(name),
      forbidden: this.options.faults?.forbidden,
      pinned: {
        to: String(pinned.to),
        resourceVersion: Number(pinned.resourceVersion),
      },
    };
  }
}

function guardStep(app: string, guard: boolean): DriverStep {
  return {
    id: guard ? 'guard' : 'unguard',
    title: guard ? 'Turn the guard on again' : 'Turn the guard off',
    reversible: true,
    pinned: { app, guard, to: '', resourceVersion: 0 },
  };
}

function revisionsOf({ revisions, current }: FakeApp): Revision[] {
  return revisions.map(({ id, version, at }) => ({
    id,
    version,
    at,
    current: id === current,
  }));
}
