import type { JsonObject } from '@backstage/types';
import type { EffectHandler, StepContext, StepOutcome } from '../StepHandler';

/** A platform in memory that counts what is done to it, and can be told how to behave. */
export class World {
  /** How often each action was applied. */
  readonly applied = new Map<string, number>();
  acts = 0;
  readBacks = 0;

  /** Before and after the world changes. */
  onAct: (context: StepContext) => Promise<void> | void = () => undefined;
  afterAct: (
    context: StepContext,
  ) => Promise<StepOutcome | void> | StepOutcome | void = () => undefined;
  onReadBack: (
    context: StepContext,
  ) =>
    | Promise<Awaited<ReturnType<EffectHandler['readBack']>> | void>
    | Awaited<ReturnType<EffectHandler['readBack']>>
    | void = () => undefined;

  readonly effect: EffectHandler = {
    kind: 'effect',
    describe: ({ step }): JsonObject => ({ change: step.input }),
    act: async context => {
      this.acts += 1;
      await this.onAct(context);
      this.apply(context.step.actionId);
      const outcome = await this.afterAct(context);
      return outcome ?? { state: 'succeeded', result: { by: 'act' } };
    },
    readBack: async context => {
      this.readBacks += 1;
      const found = await this.onReadBack(context);
      if (found) return found;
      return this.applied.has(context.step.actionId)
        ? { state: 'applied', result: { by: 'readBack' } }
        : { state: 'absent' };
    },
  };

  apply(actionId: string): void {
    this.applied.set(actionId, (this.applied.get(actionId) ?? 0) + 1);
  }

  get counts(): number[] {
    return [...this.applied.values()];
  }
}
