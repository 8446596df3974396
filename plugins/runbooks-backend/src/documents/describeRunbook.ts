import type {
  ExecutionBrief,
  Rehearsed,
  Runbook,
  RunbookDetail,
  RunbookSpec,
  RunbookStep,
  Sentence,
  Step,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { ActionDirectory } from '../ActionDirectory';
import { anybody } from '../service/mayOf';
import { usualRehearsal } from './compileDocument';
import type { Document } from './DocumentRow';

/** What is known of a runbook's runs. */
export interface RunbookHistory {
  lastRun?: ExecutionBrief;
  lastRehearsed?: Rehearsed;
  /** When it was last begun to be run or rehearsed, epoch ms. */
  triedAt?: number;
}

export function describeRunbook(
  document: Document<RunbookSpec>,
  { lastRun, lastRehearsed, triedAt }: RunbookHistory,
  options: { now: number; because?: Sentence[] },
): Runbook {
  const { ref, title, about, ownerRef, spec, findings, updatedAt } = document;
  const steps = stepsOf(spec);
  const actions = steps.flatMap(step =>
    step.kind === 'action' ? step.action : [],
  );
  const stale = staleness(document, triedAt, options.now);
  const runnable = steps.length > 0;
  return {
    ref,
    title,
    ...((spec?.description ?? about.description) && {
      description: spec?.description ?? about.description,
    }),
    ...(ownerRef && { owner: ownerRef }),
    ...(spec?.severity && { severity: spec.severity }),
    ...(spec?.estimatedSeconds && { estimatedSeconds: spec.estimatedSeconds }),
    serviceRefs: about.serviceRefs,
    triggers: spec?.triggers ?? [],
    form: spec?.form ?? 'yaml',
    steps: steps.length,
    actions: [...new Set(actions)],
    findings,
    runnable,
    ...(lastRun && { lastRun }),
    ...(lastRehearsed && { lastRehearsed }),
    ...(stale && { stale }),
    updatedAt: new Date(updatedAt).toISOString(),
    ...(about.viewUrl && { viewUrl: about.viewUrl }),
    ...(about.editUrl && { editUrl: about.editUrl }),
    ...(options.because && { because: options.because }),
  };
}

export function describeRunbookDetail(
  document: Document<RunbookSpec>,
  history: RunbookHistory,
  options: { now: number; actions: ActionDirectory },
): RunbookDetail {
  const { spec, hash } = document;
  return {
    ...describeRunbook(document, history, options),
    ...(spec?.markdown && { markdown: spec.markdown }),
    inputs: spec?.inputs ?? [],
    phases:
      spec?.phases.map(({ id, title, steps }) => ({
        id,
        title,
        steps: steps.map(step => describeStep(step, options.actions)),
      })) ?? [],
    causes: spec?.causes ?? [],
    escalation: spec?.escalation ?? [],
    rollback: spec?.rollback ?? [],
    communication: spec?.communication ?? [],
    ...(spec?.verification && { verification: spec.verification }),
    hash,
    may: { run: anybody },
  };
}

function describeStep(step: RunbookStep, actions: ActionDirectory): Step {
  if (step.kind === 'parallel')
    return {
      ...step,
      steps: step.steps.map(inner => describeStep(inner, actions)),
    };
  if (step.kind !== 'action') return step;
  const action = actions.get(step.action);
  return {
    ...step,
    installed: action !== undefined,
    ...(action && { reversible: action.reversible }),
  };
}

function stepsOf(spec: RunbookSpec | undefined): RunbookStep[] {
  const flat = (steps: RunbookStep[]): RunbookStep[] =>
    steps.flatMap(step =>
      step.kind === 'parallel' ? flat(step.steps) : [step],
    );
  return spec ? spec.phases.flatMap(({ steps }) => flat(steps)) : [];
}

/** The same as `whereStale`. A runbook nobody has tried for long is not to be trusted at three in the morning. */
function staleness(
  { spec, updatedAt }: Document<RunbookSpec>,
  last: number | undefined,
  now: number,
): Sentence | undefined {
  const seconds = spec?.rehearseSeconds ?? usualRehearsal;
  const days = (since: number) => Math.floor((now - since) / 86_400_000);
  if (last && now - last > seconds * 1000)
    return say(
      'runbook.stale',
      `Nobody has run or rehearsed it for ${days(last)} days.`,
      { days: days(last) },
    );
  return !last && now - updatedAt > seconds * 1000
    ? say('runbook.untried', 'Nobody has ever run or rehearsed it.')
    : undefined;
}
