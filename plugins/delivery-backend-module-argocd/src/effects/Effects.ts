import { InputError } from '@backstage/errors';
import type {
  ActOutcome,
  DriverCall,
  DriverStep,
  ReadBack,
} from '@ghostlight/plugin-delivery-node';
import type { Instances } from '../argo/Instances';
import type { Effect } from './Effect';
import { setAutoSync } from './setAutoSync';
import { syncBack } from './syncBack';
import { terminate } from './terminate';

const effects: Record<string, Effect> = {
  'pause-auto-sync': setAutoSync,
  'resume-auto-sync': setAutoSync,
  'sync-back': syncBack,
  terminate,
};

/** An id that no change carries, for dry runs. */
const noAction = 'dry-run';

/** Carries out the steps of plans. */
export class Effects {
  private constructor(private readonly instances: Instances) {}

  static create(instances: Instances): Effects {
    return new Effects(instances);
  }

  dryRun({ pinned }: DriverStep, signal: AbortSignal): Promise<ActOutcome> {
    const { instances } = this;
    const call = { instances, actionId: noAction, signal, dryRun: true };
    return effectOf(pinned).write(pinned, call);
  }

  act({ pinned }: DriverStep, call: DriverCall): Promise<ActOutcome> {
    const { instances } = this;
    return effectOf(pinned).write(pinned, { ...call, instances });
  }

  readBack({ pinned }: DriverStep, call: DriverCall): Promise<ReadBack> {
    const { instances } = this;
    return effectOf(pinned).readBack(pinned, { ...call, instances });
  }
}

function effectOf({ op }: DriverStep['pinned']): Effect {
  const effect = effects[String(op)];
  if (!effect) throw new InputError(`A step of kind ${op} is not known here`);
  return effect;
}
