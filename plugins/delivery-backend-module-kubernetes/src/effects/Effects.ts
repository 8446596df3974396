import { InputError } from '@backstage/errors';
import type {
  ActOutcome,
  DriverCall,
  DriverStep,
  Observation,
  ReadBack,
} from '@ghostlight/plugin-delivery-node';
import type { Clusters } from '@ghostlight/reliability-kubernetes';
import type { Effect, EffectCall } from './Effect';
import { makeService } from './makeService';
import { makeTwin } from './makeTwin';
import { patchRollout } from './patchRollout';
import { removeObject } from './removeObject';
import { restoreTemplate } from './restoreTemplate';
import { setFields } from './setFields';
import { setImage } from './setImage';

const effects: Record<string, Effect> = {
  'restore-template': restoreTemplate,
  'set-image': setImage,
  'make-twin': makeTwin,
  'make-service': makeService,
  'set-fields': setFields,
  remove: removeObject,
  'patch-rollout': patchRollout,
};

/** An id that no change carries, for dry runs. */
const noAction = 'dry-run';

/** Carries out the steps of plans. */
export class Effects {
  private constructor(private readonly clusters: Clusters) {}

  static create(clusters: Clusters): Effects {
    return new Effects(clusters);
  }

  dryRun(step: DriverStep, signal: AbortSignal): Promise<ActOutcome> {
    const call = { actionId: noAction, signal };
    return effectOf(step).write(step.pinned, {
      ...this.with(call),
      dryRun: true,
    });
  }

  act(step: DriverStep, call: DriverCall): Promise<ActOutcome> {
    return effectOf(step).write(step.pinned, this.with(call));
  }

  readBack(step: DriverStep, call: DriverCall): Promise<ReadBack> {
    return effectOf(step).readBack(step.pinned, this.with(call));
  }

  async observe(step: DriverStep, call: DriverCall): Promise<Observation> {
    const { observe } = effectOf(step);
    return observe
      ? observe(step.pinned, this.with(call))
      : { state: 'healthy', text: 'Done' };
  }

  private with({ actionId, signal }: DriverCall): EffectCall {
    return { clusters: this.clusters, actionId, signal };
  }
}

function effectOf({ pinned }: DriverStep): Effect {
  const effect = effects[String(pinned.op)];
  if (!effect)
    throw new InputError(`A step of kind ${pinned.op} is not known here`);
  return effect;
}
