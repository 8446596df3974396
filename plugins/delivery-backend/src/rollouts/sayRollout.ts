import type {
  RolloutState,
  Sentence,
} from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import type { RolloutProgress, RolloutWatching } from './RolloutRow';

/** A rollout in one sentence. */
export function sayRollout(told: {
  state: RolloutState;
  version: string;
  previousVersion?: string;
  weight?: number;
  /** Title of the step that is being done. */
  step?: string;
  watching: RolloutWatching;
  progress: RolloutProgress;
}): Sentence {
  const { state, version, weight, step, watching, progress } = told;
  const previous = told.previousVersion ?? 'the version before';
  const params = {
    version,
    previous,
    ...(weight !== undefined && { weight }),
    ...(step !== undefined && { step }),
  };
  const why = watching.failed?.text ?? errorOf(progress.forth);
  const because = why ? ` ${why}` : '';
  const withWhy = { ...params, ...(why && { why }) };
  switch (state) {
    case 'waiting-approval':
      return say(
        'rollout.waiting-approval',
        `${version} waits for somebody to approve.`,
        params,
      );
    case 'paused': {
      const by = watching.held?.by ?? '';
      return say(
        'rollout.paused',
        `${version} is held at ${
          weight ?? 0
        } % of the traffic by ${by}; it is still watched.`,
        { ...params, weight: weight ?? 0, by },
      );
    }
    case 'running':
    case 'promoting':
      if (watching.waitsFor) return watching.waitsFor;
      return weight === undefined
        ? say(
            `rollout.${state}`,
            `${version} is on its way${step ? `: ${step}` : ''}.`,
            params,
          )
        : say(
            `rollout.${state}.weight`,
            `${version} has ${weight} % of the traffic${
              step ? `: ${step}` : ''
            }.`,
            params,
          );
    case 'aborting':
      return say(
        'rollout.aborting',
        `${version} is being taken back to ${previous}.${because}`,
        withWhy,
      );
    case 'rolled-back':
      return say(
        'rollout.rolled-back',
        `${version} was taken back; ${previous} has all the traffic.${because}`,
        withWhy,
      );
    case 'succeeded':
      return say(
        'rollout.succeeded',
        `${version} is out and has all the traffic.`,
        params,
      );
    case 'cancelled':
      return say(
        'rollout.cancelled',
        `${version} was not shipped.${because}`,
        withWhy,
      );
    case 'unknown':
      return say(
        'rollout.unknown',
        `What became of ${version} is not known; somebody has to look at the platform.${because}`,
        withWhy,
      );
    default: {
      const error = errorOf(progress.back);
      return error
        ? say(
            'rollout.failed.back',
            `${version} could not be taken back: ${error}`,
            { ...params, why: error },
          )
        : say('rollout.failed', `${version} failed.${because}`, withWhy);
    }
  }
}

function errorOf(run: RolloutProgress['forth']): string | undefined {
  return run?.steps.find(
    ({ id, state, error }) =>
      error &&
      !id.startsWith('.') &&
      (state === 'failed' || state === 'unknown'),
  )?.error;
}
