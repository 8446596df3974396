import type {
  Rollout,
  RolloutAction,
  RolloutBrief,
  RolloutState,
  RolloutStep,
} from '@ghostlight/plugin-delivery-common';
import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import { say } from '@ghostlight/reliability-node';
import { observeIdOf } from './runOf';
import {
  externalDocumentOf,
  ownDocumentOf,
  progressOf,
  watchingOf,
  type RolloutProgress,
  type RolloutRow,
  type RunProgress,
} from './RolloutRow';
import { sayRollout } from './sayRollout';

/** A rollout as it stands, without who may do what. */
export type DescribedRollout = Omit<Rollout, 'controls'> & {
  controls: RolloutAction[];
  ownerRef?: string;
  systemRef?: string;
};

export function describeRollout(
  row: RolloutRow,
  alpha: number,
): DescribedRollout {
  const described =
    row.engine === 'ghostlight' ? ownOf(row, alpha) : externalOf(row);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    engine: row.engine,
    version: row.version,
    startedAt: iso(row.started_at),
    ...(row.finished_at !== null && { finishedAt: iso(row.finished_at) }),
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    ...(row.system_ref !== null && { systemRef: row.system_ref }),
    ...described,
  };
}

/** The same on one line. */
export function briefOf(row: RolloutRow, alpha: number): RolloutBrief {
  const { id, engine, strategy, state, steps, weight, said } = describeRollout(
    row,
    alpha,
  );
  const at = steps.findIndex(step => !isOver(step));
  return {
    id,
    engine,
    strategy: strategy.type,
    state,
    step: at < 0 ? Math.max(1, steps.length) : at + 1,
    steps: steps.length,
    ...(weight !== undefined && { weight }),
    said,
  };
}

type Described = Pick<
  DescribedRollout,
  | 'strategy'
  | 'state'
  | 'previousVersion'
  | 'weight'
  | 'requestedBy'
  | 'steps'
  | 'analysis'
  | 'controls'
  | 'said'
  | 'falseRollbackBound'
>;

function ownOf(row: RolloutRow, alpha: number): Described {
  const document = ownDocumentOf(row);
  const progress = progressOf(row);
  const watching = watchingOf(row);
  const { previousVersion, requestedBy, strategy } = document;
  const isHeld = row.state === 'running' && watching.held !== undefined;
  const state: RolloutState = isHeld ? 'paused' : row.state;
  const forth = stepsOf(document.steps, progress.forth);
  const steps = progress.back
    ? [...forth, ...stepsOf(document.back, progress.back)]
    : forth;
  const current = steps.find(step => !isOver(step) && step.state !== 'pending');
  const weight = weightOf(steps);
  return {
    strategy,
    state,
    ...(previousVersion !== undefined && { previousVersion }),
    ...(weight !== undefined && { weight }),
    requestedBy,
    steps,
    analysis: watching.analysis,
    controls: controlsOf(state, forth, progress),
    said: sayRollout({
      state,
      version: row.version,
      previousVersion,
      weight,
      step: current?.title,
      watching,
      progress,
    }),
    falseRollbackBound: alpha,
  };
}

/** An engine of the platform has its own analysis: nothing is known of how often it is wrong. */
function externalOf(row: RolloutRow): Described {
  const document = externalDocumentOf(row);
  const { strategy, previousVersion, weight, step, text, controls } = document;
  const { control } = progressOf(row);
  const failed = control?.steps.find(({ error }) => error);
  const isRunning = row.finished_at === null;
  const said = `${row.version}: ${text}`;
  return {
    strategy,
    state: row.state,
    ...(previousVersion !== undefined && { previousVersion }),
    ...(weight !== undefined && { weight }),
    steps: (strategy.steps ?? []).map(({ weight: to, seconds }, n) => ({
      id: `step-${n + 1}`,
      title: `${to} % of the traffic`,
      weight: to,
      seconds,
      state: externalStepState(n, step, row.state),
    })),
    analysis: [],
    controls: isRunning || row.state === 'failed' ? controls : [],
    said:
      failed && isRunning
        ? say(
            'rollout.control.failed',
            `${said} ${control!.action}: ${failed.error}`,
            {
              version: row.version,
              text,
              action: control!.action ?? '',
              why: failed.error!,
            },
          )
        : say('rollout.external', said, { version: row.version, text }),
    falseRollbackBound: 1,
  };
}

function externalStepState(
  n: number,
  step: number | undefined,
  state: RolloutState,
): RolloutStep['state'] {
  if (state === 'succeeded') return 'succeeded';
  if (step === undefined || n > step) return 'pending';
  if (n < step) return 'succeeded';
  if (state === 'paused') return 'waiting';
  if (state === 'rolled-back' || state === 'aborting') return 'cancelled';
  return state === 'failed' ? 'failed' : 'running';
}

/** An effect and the look at whether it is up are one step to a reader. */
function stepsOf(
  planned: RolloutStepPlan[],
  run: RunProgress | undefined,
): RolloutStep[] {
  const states = new Map((run?.steps ?? []).map(step => [step.id, step]));
  return planned.map(({ id, title, weight, seconds }) => {
    const first = states.get(id);
    const second = states.get(observeIdOf(id));
    const isUp = !second || second.state === 'succeeded';
    const shown = first?.state === 'succeeded' && !isUp ? second : first;
    const state =
      shown === second && second?.state === 'pending'
        ? 'running'
        : shown?.state ?? 'pending';
    const finishedAt = (second ?? first)?.finishedAt;
    const progress = shown?.progress ?? first?.progress;
    return {
      id,
      title,
      ...(weight !== undefined && { weight }),
      ...(seconds !== undefined && { seconds }),
      state,
      ...(first?.startedAt !== undefined && {
        startedAt: iso(first.startedAt),
      }),
      ...(finishedAt !== undefined &&
        isOver({ state }) && { finishedAt: iso(finishedAt) }),
      ...(progress !== undefined && { progress }),
      ...(shown?.error !== undefined && { error: shown.error }),
    };
  });
}

function weightOf(steps: RolloutStep[]): number | undefined {
  const shifts = steps.filter(({ weight }) => weight !== undefined);
  if (!shifts.length) return undefined;
  return (
    shifts.filter(({ state }) => state === 'succeeded').at(-1)?.weight ??
    shifts.find(({ state }) => state === 'running')?.weight ??
    0
  );
}

function controlsOf(
  state: RolloutState,
  steps: RolloutStep[],
  progress: RolloutProgress,
): RolloutAction[] {
  const watches = steps.filter(
    step => step.seconds !== undefined && !isOver(step),
  );
  const isWatching = watches.some(({ state: of }) => of !== 'pending');
  const more: RolloutAction[] = [
    ...(isWatching ? (['promote'] as const) : []),
    ...(watches.length ? (['promote-fully'] as const) : []),
  ];
  switch (state) {
    case 'running':
      return watches.length ? [...more, 'pause', 'abort'] : ['abort'];
    case 'paused':
      return ['resume', ...more, 'abort'];
    case 'promoting':
    case 'waiting-approval':
      return ['abort'];
    case 'failed':
    case 'unknown':
      return progress.back ? ['retry'] : ['retry', 'abort'];
    case 'rolled-back':
    case 'cancelled':
      return ['retry'];
    default:
      return [];
  }
}

function isOver({ state }: Pick<RolloutStep, 'state'>): boolean {
  return !['pending', 'running', 'waiting'].includes(state);
}

function iso(at: number | string): string {
  return new Date(Number(at)).toISOString();
}
