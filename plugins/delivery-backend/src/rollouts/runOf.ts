import type { JsonObject } from '@backstage/types';
import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import type { PlannedStep, RunRequest } from '@ghostlight/reliability-node';
import type { OwnDocument } from './RolloutRow';

/** Kind of the runs that rollouts are. */
export const rolloutKind = 'rollout';

/** A rollout may be held so long before it is taken back. */
const longestWatch = 7 * 86_400_000;
const bookkeeping = 10 * 60_000;

/** Whose run it is, and which. `control` is an action of an engine of the platform. */
export interface RolloutRunInput extends JsonObject {
  rolloutId: string;
  attempt: number;
  direction: 'forth' | 'back' | 'control';
  action?: string;
}

export interface RunOfOptions {
  id: string;
  entityRef: string;
  environment: string;
  version: string;
  driver: string;
  document: OwnDocument;
  startTimeout: number;
}

/** The run that ships it. Its end decides whether all of it is taken back. */
export function forthRun(
  options: RunOfOptions & { key: string; requestedBy: string },
): RunRequest {
  const { document, key, requestedBy } = options;
  const decides = decidingWatch(document);
  return {
    ...common(options, 'forth'),
    key,
    requestedBy,
    steps: [
      { ...note('begin', 'Begin'), continueOnFailure: true },
      ...document.steps.flatMap(step => planned(step, options, decides)),
      { ...note('settle', 'End'), always: true },
    ],
  };
}

/** The run that takes it back. */
export function backRun(
  options: RunOfOptions & { requestedBy: string },
): RunRequest {
  const { id, document, requestedBy } = options;
  return {
    ...common(options, 'back'),
    key: `${id}:${document.attempt}:back`,
    requestedBy,
    steps: [
      ...document.back.flatMap(step => planned(step, options)),
      { ...note('settle-back', 'End'), always: true },
    ],
  };
}

function common(
  { id, entityRef, environment, version, driver, document }: RunOfOptions,
  direction: RolloutRunInput['direction'],
) {
  const { attempt, target, requestedBy } = document;
  return {
    kind: rolloutKind,
    target: targetOf(driver, target.ref),
    input: {
      rolloutId: id,
      attempt,
      direction,
      entityRef,
      environment,
      version,
      requestedBy,
    },
  };
}

/** Runs at one target go one after the other, whatever their kind. */
export function targetOf(driver: string, ref: string): string {
  return `${driver}:${ref}`.slice(0, 300);
}

/** The last look at a part of the users, before everybody gets it. */
function decidingWatch({ steps, strategy }: OwnDocument): string | undefined {
  const watches = steps.filter(({ kind }) => kind === 'watch');
  // Those who send a header are a part, whatever their weight is.
  const lastEffect = steps.findLastIndex(({ kind }) => kind === 'effect');
  const partial = watches.filter(step =>
    strategy.type === 'ab'
      ? steps.indexOf(step) < lastEffect
      : (step.weight ?? 100) < 100,
  );
  return partial.at(-1)?.id;
}

function planned(
  step: RolloutStepPlan,
  { driver, startTimeout }: RunOfOptions,
  decides?: string,
): PlannedStep[] {
  const { id, title, weight, seconds = 0 } = step;
  if (step.kind === 'watch')
    return [
      {
        id,
        type: 'watch',
        title,
        input: {
          seconds,
          ...(weight !== undefined && { weight }),
          decides: id === decides,
        },
        timeout: longestWatch,
      },
    ];
  if (!step.step) return [];
  const input = { driver, step: step.step as unknown as JsonObject };
  return [
    {
      id,
      type: 'effect',
      title,
      input,
      timeout: step.step.timeout ?? 60_000,
    },
    {
      id: observeIdOf(id),
      type: 'observe',
      title: `${title}: is it up?`,
      input: { ...input, of: id },
      timeout: startTimeout,
    },
  ];
}

/** Of the look at what an effect made. */
export function observeIdOf(id: string): string {
  return `${id}.up`;
}

function note(type: string, title: string): PlannedStep {
  return { id: `.${type}`, type, title, input: {}, timeout: bookkeeping };
}
