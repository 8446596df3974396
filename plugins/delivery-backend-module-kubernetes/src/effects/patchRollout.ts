import type { ReadBack } from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import {
  type Decision,
  changeObject,
  hasAction,
} from '@ghostlight/reliability-kubernetes';
import type { Rollout } from '../argo/Rollout';
import { withAction } from '../describe/annotations';
import { locate, objectSchema, type Effect } from './Effect';
import { unknown } from './readAction';

const schema = z.object({
  op: z.literal('patch-rollout'),
  object: objectSchema,
  control: z.enum([
    'abort',
    'retry',
    'promote',
    'promote-fully',
    'pause',
    'resume',
  ]),
  /** Of the version that is meant. */
  podHash: z.string(),
  /** Where it was when it was asked. */
  stepIndex: z.number(),
});

export type PatchRollout = z.output<typeof schema>;

/**
 * What a person may tell a Rollout. Its status carries no action id, so that what is done is known by the
 * state itself: the version and the step that was meant are pinned, and a promotion that has happened is
 * not repeated at the next pause.
 */
export const patchRollout: Effect = {
  write(pinned, call) {
    const wanted = schema.parse(pinned);
    const { client, path, title } = locate(wanted.object, call);
    const { signal, dryRun, actionId } = call;
    const ofSpec = wanted.control === 'pause' || wanted.control === 'resume';
    return changeObject<Rollout>({
      client,
      path,
      title,
      signal,
      dryRun,
      ...(!ofSpec && { subresource: 'status' as const }),
      decide: current => {
        if (isDone(wanted, current, actionId)) return { applied: {} };
        if (current.status?.currentPodHash !== wanted.podHash)
          return { refuse: `${title} has another version now` };
        return decide(wanted, current, actionId, title);
      },
    });
  },

  async readBack(pinned, call): Promise<ReadBack> {
    const wanted = schema.parse(pinned);
    const { client, path } = locate(wanted.object, call);
    try {
      const current = await client.find<Rollout>(path, call);
      return current && isDone(wanted, current, call.actionId)
        ? { state: 'applied' }
        : { state: 'absent' };
    } catch (error) {
      return unknown(error);
    }
  },
};

/** Whether it is so already. */
function isDone(
  { control, podHash, stepIndex }: PatchRollout,
  { metadata, spec, status = {} }: Rollout,
  actionId: string,
): boolean {
  const same = status.currentPodHash === podHash;
  switch (control) {
    case 'abort':
      return same && status.abort === true;
    case 'retry':
      return same && !status.abort;
    case 'promote-fully':
      return (
        same && (status.promoteFull === true || status.stableRS === podHash)
      );
    case 'promote':
      return (
        same &&
        ((status.currentStepIndex ?? 0) > stepIndex ||
          !status.pauseConditions?.length)
      );
    case 'pause':
      return spec.paused === true && hasAction(metadata.annotations, actionId);
    default:
      return !spec.paused && hasAction(metadata.annotations, actionId);
  }
}

function decide(
  { control, stepIndex }: PatchRollout,
  { metadata, status = {} }: Rollout,
  actionId: string,
  title: string,
): Decision {
  switch (control) {
    case 'abort':
    case 'retry':
      return {
        patch: [
          { op: 'add', path: '/status/abort', value: control === 'abort' },
        ],
      };
    case 'promote-fully':
      return {
        patch: [{ op: 'add', path: '/status/promoteFull', value: true }],
      };
    case 'promote':
      if ((status.currentStepIndex ?? 0) !== stepIndex)
        return { refuse: `${title} is at another step now` };
      return {
        patch: [{ op: 'add', path: '/status/pauseConditions', value: null }],
      };
    default:
      return {
        patch: [
          { op: 'add', path: '/spec/paused', value: control === 'pause' },
          {
            op: 'add',
            path: '/metadata/annotations',
            value: withAction(metadata.annotations, {
              id: actionId,
              reason: control === 'pause' ? 'Paused' : 'Resumed',
            }),
          },
        ],
      };
  }
}
