import type {
  RollbackState,
  Sentence,
} from '@ghostlight/plugin-delivery-common';
import { type Run, say } from '@ghostlight/reliability-node';
import { takeBackOf, type TakenBack } from './takeBack';

const verifyStep = 'verify';

interface Params {
  [key: string]: string;
  version: string;
  why: string;
  step: string;
}

const texts: Record<RollbackState, (params: Params) => string> = {
  'waiting-approval': ({ version }) =>
    `Waits for a second person before it goes back to ${version}.`,
  running: ({ version, why }) =>
    `Going back to ${version}.${why ? ` ${why}` : ''}`,
  verifying: ({ version, why }) =>
    `${version} runs again; watching whether users recover.${
      why ? ` ${why}` : ''
    }`,
  succeeded: ({ version }) =>
    `${version} runs again, and users have recovered.`,
  'not-recovered': ({ version, why }) =>
    `${version} runs again, but what users see has not recovered. ${why}`,
  failed: ({ step, why }) => `Stopped at “${step}”: ${why}`,
  cancelling: () => 'Stops before its next effect.',
  cancelled: () => 'Cancelled before anything was changed.',
  rejected: () => 'Nobody agreed in time, so nothing was changed.',
  unknown: ({ step, why }) =>
    `It cannot be told whether “${step}” was done, so nothing is repeated: look at the platform. ${why}`,
};

/** Where a rollback stands, from its run. */
export function stateOf(run: Run): RollbackState {
  const verify = run.steps.find(({ id }) => id === verifyStep);
  switch (run.state) {
    case 'planned':
    case 'waiting-approval':
      return run.approval?.state === 'waiting' ? 'waiting-approval' : 'running';
    case 'running':
    case 'paused':
      return verify && ['running', 'waiting'].includes(verify.state)
        ? 'verifying'
        : 'running';
    case 'failed':
      // The version is back; only what users see is not.
      return verify?.state === 'failed' ? 'not-recovered' : 'failed';
    default:
      return run.state;
  }
}

/** The same in words. */
export function saidOf(run: Run, version: string): Sentence {
  const state = stateOf(run);
  const back = takeBackOf(run);
  const at =
    run.steps.find(step => step.state === 'unknown') ??
    run.steps.find(
      step =>
        step !== back && ['running', 'waiting', 'failed'].includes(step.state),
    );
  const why = at?.error ?? at?.progress ?? '';
  const params = { version, why, step: at?.title ?? '' };
  const { approval, cancellation } = run;
  if (run.input.dryRun && state === 'succeeded')
    return say(
      'rollback.dry-run',
      `The platform would take the rollback to ${version}. Nothing was changed.`,
      params,
    );
  if (state === 'succeeded') return saidOfSuccess(run, params);
  const {
    runId,
    steps = [],
    taken,
    left = [],
  } = (back?.result ?? {}) as TakenBack;
  if (runId !== undefined && !taken) {
    const what = steps.join(', ');
    return say('rollback.taking-back', `It stops, and takes back: ${what}.`, {
      ...params,
      what,
    });
  }
  if (state === 'cancelled' && cancellation) {
    const { by, reason } = cancellation;
    const done = run.steps.filter(
      step => step.type === 'act' && step.state === 'succeeded',
    );
    const titles = done.map(({ title }) => title).join(', ');
    if (back?.state === 'failed')
      return say(
        'rollback.cancelled.left',
        `${by} cancelled it after this was done: ${titles}. It could not be taken back; look at the platform. ${
          back.error ?? ''
        }`.trim(),
        { ...params, by, reason, done: titles, why: back.error ?? '' },
      );
    if (taken?.length)
      return say(
        'rollback.cancelled.taken-back',
        `${by} cancelled it. Taken back: ${taken.join(', ')}. ${reason}`,
        { ...params, by, reason, done: titles, taken: taken.join(', ') },
      );
    return done.length
      ? say(
          'rollback.cancelled.partly',
          `${by} cancelled it after this was done: ${titles}. ${reason}`,
          { ...params, by, reason, done: titles },
        )
      : say(
          'rollback.cancelled',
          `${by} cancelled it before anything was changed. ${reason}`,
          { ...params, by, reason },
        );
  }
  if (state === 'rejected' && approval?.state === 'rejected') {
    const { by = '', comment = '' } = approval;
    return say(
      'rollback.rejected',
      `${by} did not agree, so nothing was changed. ${comment}`.trim(),
      { ...params, by, comment },
    );
  }
  if (state === 'rejected')
    return say('rollback.expired', texts.rejected(params), params);
  if (state === 'failed' && back?.state === 'failed')
    return say(
      'rollback.failed.left',
      `${texts.failed(
        params,
      )} What was changed before could not be taken back; look at the platform. ${
        back.error ?? left.join(', ')
      }`,
      { ...params, left: back.error ?? left.join(', ') },
    );
  if (state === 'failed' && taken?.length)
    return say(
      'rollback.failed.taken-back',
      `${texts.failed(params)} Taken back: ${taken.join(', ')}.`,
      { ...params, taken: taken.join(', ') },
    );
  return say(`rollback.${state}`, texts[state](params), params);
}

/** Whether users have recovered is said only where it was seen. */
function saidOfSuccess(run: Run, params: Params): Sentence {
  const verify = run.steps.find(({ id }) => id === verifyStep);
  const { version } = params;
  switch (verify?.result?.verdict) {
    case 'no-traffic':
      return say(
        'rollback.succeeded.no-traffic',
        `${version} runs again. There is too little traffic to tell whether users have recovered.`,
        params,
      );
    case 'not-measured': {
      const reason = verify.progress ?? '';
      return say(
        'rollback.succeeded.not-measured',
        `${version} runs again. Whether users have recovered could not be measured: ${reason}`,
        { ...params, why: reason },
      );
    }
    default:
      return say('rollback.succeeded', texts.succeeded(params), params);
  }
}
