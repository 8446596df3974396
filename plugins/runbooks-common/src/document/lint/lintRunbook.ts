import { durationOfSeconds } from '@ghostlight/reliability-common';
import type { CompileOptions } from '../ActionFacts';
import type { PlacedStep } from '../compile/compileSteps';
import type { Report } from '../compile/Report';
import type { RunbookSpec } from '../Runbook';
import { lintAction } from './lintAction';
import { lintTemplates } from './lintTemplates';

type Options = CompileOptions & { report: Report };

/** What holds between the parts of one runbook, and what its author may have forgotten. */
export function lintRunbook(
  spec: RunbookSpec,
  placed: PlacedStep[],
  options: Options,
) {
  lintOrder(spec, placed, options);
  lintTimes(spec, placed, options.report);
  lintSafety(spec, placed, options);
  const known = { inputs: new Set(spec.inputs.map(({ name }) => name)) };
  for (const part of ['causes', 'rollback'] as const) {
    spec[part].forEach(({ action, input }, i) => {
      const path = `spec.${part}[${i}]`;
      if (input && !action) {
        options.report.error(
          `${path}.input`,
          'misplaced-field',
          'Only an action has an input.',
          { allowed: 'with action' },
        );
      }
      if (!action) return;
      const paths = { action: `${path}.action`, input: `${path}.input` };
      lintAction(action, input ?? {}, paths, options);
      lintTemplates(input ?? {}, paths.input, known, options.report);
    });
  }
}

/** Answers and results come from steps that are done before. */
function lintOrder(spec: RunbookSpec, placed: PlacedStep[], options: Options) {
  const { report } = options;
  const inputs = new Set(spec.inputs.map(({ name }) => name));
  const allSteps = new Set(placed.map(({ step }) => step.id));
  const before = new Map<string, PlacedStep['step']>();
  // The inner steps of a parallel one are known to others only after all of them.
  let atOnce: PlacedStep['step'][] = [];
  for (const { step, path, isInner } of placed) {
    lintWhen(step, path, before, allSteps, report);
    if (step.kind === 'action') {
      const paths = { action: `${path}.action`, input: `${path}.input` };
      lintAction(step.action, step.input, paths, options);
      const steps = new Set(before.keys());
      const known = { inputs, steps, allSteps };
      lintTemplates(step.input, paths.input, known, report);
    }
    if (isInner) {
      atOnce.push(step);
    } else {
      for (const done of [...atOnce, step]) before.set(done.id, done);
      atOnce = [];
    }
  }
}

function lintWhen(
  step: PlacedStep['step'],
  path: string,
  before: ReadonlyMap<string, PlacedStep['step']>,
  allSteps: ReadonlySet<string>,
  report: Report,
) {
  if (!step.when) return;
  const decisions = [...before.values()].filter(
    ({ kind }) => kind === 'decision',
  );
  const decision = decisions.find(({ id }) => id === step.when?.step);
  if (decision?.kind !== 'decision') {
    const isLater = allSteps.has(step.when.step) && !before.has(step.when.step);
    report.error(
      `${path}.when.step`,
      isLater ? 'later-step' : 'unknown-step',
      isLater
        ? 'This step is not done before.'
        : 'No decision before this step has this id.',
      {
        found: step.when.step,
        allowed: decisions.map(({ id }) => id).join(' | ') || 'no decision yet',
      },
    );
    return;
  }
  step.when.in.forEach((answer, i) => {
    // An answer may be written as it is shown.
    const choice =
      decision.choices.find(({ id }) => id === answer) ??
      decision.choices.find(({ title }) => title === answer);
    if (choice) {
      step.when!.in[i] = choice.id;
    } else {
      report.error(
        `${path}.when.in`,
        'unknown-choice',
        'The decision has no such choice.',
        {
          found: answer,
          allowed: decision.choices.map(({ id }) => id).join(' | '),
        },
      );
    }
  });
}

function lintTimes(spec: RunbookSpec, placed: PlacedStep[], report: Report) {
  for (const { step, path, hasTimeout } of placed) {
    const needsTimeout =
      step.kind === 'action' ||
      step.kind === 'decision' ||
      step.kind === 'approval' ||
      (step.kind === 'manual' && spec.form === 'yaml');
    if (needsTimeout && !hasTimeout) {
      const time = durationOfSeconds(step.timeoutSeconds);
      report.warning(
        `${path}.timeout`,
        'missing-timeout',
        `Nothing says how long this step may take; it is given ${time}.`,
        { found: undefined, allowed: 'such as 5m' },
      );
    }
    if (
      hasTimeout &&
      spec.estimatedSeconds !== undefined &&
      step.timeoutSeconds > spec.estimatedSeconds
    ) {
      report.warning(
        `${path}.timeout`,
        'timeout-over-estimate',
        'This step may take longer than the runbook is estimated to take.',
        {
          found: durationOfSeconds(step.timeoutSeconds),
          allowed: `at most ${durationOfSeconds(spec.estimatedSeconds)}`,
        },
      );
    }
  }
}

function lintSafety(
  spec: RunbookSpec,
  placed: PlacedStep[],
  { actions, report }: Options,
) {
  let isApproved = false;
  for (const { step, path, isInner } of placed) {
    // One that depends on an answer is taken to be for what depends on it, too.
    if (step.kind === 'approval' && !isInner) isApproved = true;
    if (
      step.kind === 'action' &&
      !isApproved &&
      actions?.get(step.action)?.reversible === false
    ) {
      report.warning(
        path,
        'irreversible-without-approval',
        'This action cannot be undone, and nobody approves it before.',
        { found: step.action, allowed: 'an approval step before it' },
      );
    }
  }
  const acts = placed.some(({ step }) => step.kind === 'action');
  const verifies = placed.some(({ step }) => step.kind === 'verify');
  if (acts && !verifies && !spec.verification) {
    report.warning(
      'spec.verification',
      'missing-verification',
      'Nothing says how a recovery is seen.',
      { found: undefined, allowed: 'verification, or a verify step' },
    );
  }
  if (!placed.length && !spec.markdown && !report.hasErrors) {
    report.warning('spec.steps', 'no-steps', 'The runbook has no steps.', {
      found: undefined,
      allowed: 'phases | steps | markdown',
    });
  }
}
