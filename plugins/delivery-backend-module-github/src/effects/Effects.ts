import { InputError } from '@backstage/errors';
import type {
  ActOutcome,
  DriverCall,
  DriverStep,
  ReadBack,
} from '@ghostlight/plugin-delivery-node';
import type { GitHub } from '../client/GitHub';
import { closePullRequest } from './closePullRequest';
import { dispatchWorkflow } from './dispatchWorkflow';
import type { Effect } from './Effect';
import { revertPullRequest } from './revertPullRequest';

const effects: Record<string, Effect> = {
  'dispatch-workflow': dispatchWorkflow,
  'revert-pull-request': revertPullRequest,
  'close-pull-request': closePullRequest,
};

/** An id that nothing carries, for dry runs. */
const noAction = 'dry-run';

/** Carries out the steps of plans. */
export class Effects {
  private constructor(private readonly github: GitHub) {}

  static create(github: GitHub): Effects {
    return new Effects(github);
  }

  dryRun({ pinned }: DriverStep, signal: AbortSignal): Promise<ActOutcome> {
    const { github } = this;
    const call = { github, actionId: noAction, signal, dryRun: true };
    return effectOf(pinned).write(pinned, call);
  }

  act({ pinned }: DriverStep, call: DriverCall): Promise<ActOutcome> {
    const { github } = this;
    return effectOf(pinned).write(pinned, { ...call, github });
  }

  readBack({ pinned }: DriverStep, call: DriverCall): Promise<ReadBack> {
    const { github } = this;
    return effectOf(pinned).readBack(pinned, { ...call, github });
  }
}

function effectOf({ op }: DriverStep['pinned']): Effect {
  const effect = effects[String(op)];
  if (!effect) throw new InputError(`A step of kind ${op} is not known here`);
  return effect;
}
