import type { JsonObject } from '@backstage/types';
import type { Verification } from '../../api';
import type { RunbookPhase, RunbookStep, StepBase } from '../Runbook';
import type { WrittenStep } from '../schema/step';
import {
  compact,
  compileVerification,
  defaultVerification,
  secondsOf,
} from './compileParts';
import type { Refs } from './refs';
import type { Report } from './Report';
import { Ids, slug } from './slug';
import { stepKindOf, type WrittenKind } from './stepKindOf';

const MAX_STEPS = 100;
/** Runs end with a step of this name when the runbook has a verification. */
const RESERVED = 'verification';

/** Seconds that a step of a kind may take when nothing is written. */
const defaultTimeouts = {
  manual: 1_800,
  action: 300,
  decision: 1_800,
  approval: 1_800,
};

/** A compiled step with where it is written. */
export interface PlacedStep {
  step: RunbookStep;
  path: string;
  hasTimeout: boolean;
  /** In a parallel step. */
  isInner: boolean;
}

export interface WrittenPhase {
  id?: string;
  title: string;
  steps: WrittenStep[];
  path: string;
}

/** Steps with their ids, kinds and times; what holds between them is checked by lint. */
export function compileSteps(
  phases: WrittenPhase[],
  options: {
    stepTimeout?: number;
    verification?: Verification;
    refs: Refs;
    report: Report;
  },
): { phases: RunbookPhase[]; placed: PlacedStep[] } {
  const { report, refs } = options;
  const placed: PlacedStep[] = [];
  const written = new Set<string>();
  for (const { steps, path } of phases) {
    steps.forEach((step, i) => {
      checkId(step.id, `${path}[${i}]`);
      step.parallel?.forEach((inner, k) =>
        checkId(inner.id, `${path}[${i}].parallel[${k}]`),
      );
    });
  }
  const ids = Ids.create([...written, RESERVED]);
  const phaseIds = Ids.create(phases.flatMap(({ id }) => id ?? []));
  let count = 0;

  function checkId(id: string | undefined, path: string) {
    if (id === undefined) return;
    if (id === RESERVED) {
      report.error(
        `${path}.id`,
        'reserved-id',
        'Runs use this id themselves.',
        {
          found: id,
          allowed: 'any other id',
        },
      );
    }
    if (written.has(id)) {
      report.error(`${path}.id`, 'duplicate-id', 'Another step has this id.', {
        found: id,
        allowed: 'an id of its own',
      });
    }
    written.add(id);
  }

  function compileStep(
    step: WrittenStep,
    path: string,
    isInner: boolean,
  ): RunbookStep | undefined {
    count += 1;
    if (count === MAX_STEPS + 1) {
      report.error(path, 'too-large', 'The runbook has too many steps.', {
        allowed: `at most ${MAX_STEPS}`,
      });
    }
    const kind = stepKindOf(step, path, report);
    if (!kind) return undefined;
    const title = step.title ?? titleOf(step, kind);
    const id = step.id ?? ids.of(title, `step-${count}`);
    const timeout = secondsOf(step.timeout) ?? options.stepTimeout;
    const asked = step.manual ?? step.decision ?? step.approval;
    const base: StepBase = compact({
      id,
      title,
      text: textOf(asked, step.text, title),
      timeoutSeconds: 0,
      continueOnFailure: step.continueOnFailure || undefined,
      retry: step.retry && {
        attempts: step.retry.attempts,
        backoffSeconds: secondsOf(step.retry.backoff) ?? 10,
      },
      when: step.when && {
        step: step.when.step,
        in: [step.when.in].flat(),
      },
    });
    const compiled = build(step, kind, base, path, timeout);
    placed.push({
      step: compiled,
      path,
      hasTimeout: timeout !== undefined,
      isInner,
    });
    return compiled;
  }

  function build(
    step: WrittenStep,
    kind: WrittenKind,
    base: StepBase,
    path: string,
    timeout: number | undefined,
  ): RunbookStep {
    const within = (seconds: number) => ({
      ...base,
      timeoutSeconds: timeout ?? seconds,
    });
    switch (kind) {
      case 'manual':
        return compact({
          ...within(defaultTimeouts.manual),
          kind,
          checklist: step.checklist,
        });
      case 'action':
        return {
          ...within(defaultTimeouts.action),
          kind,
          action: step.action!,
          input: (step.input ?? {}) as JsonObject,
        };
      case 'wait': {
        const seconds = secondsOf(step.wait!);
        return { ...base, timeoutSeconds: seconds + 60, kind, seconds };
      }
      case 'decision':
        return {
          ...within(defaultTimeouts.decision),
          kind,
          choices: choicesOf(step, path),
        };
      case 'approval':
        return compact({
          ...within(defaultTimeouts.approval),
          kind,
          approvers: step.approvers?.length
            ? refs.entities(step.approvers, `${path}.approvers`, 'group')
            : undefined,
        });
      case 'verify': {
        const verification = Object.keys(step.verify!).length
          ? compileVerification(step.verify!, `${path}.verify`, {
              refs,
              report,
            })
          : options.verification ?? defaultVerification;
        return {
          ...within(verification.withinSeconds + 60),
          kind,
          verification,
        };
      }
      default: {
        const steps = step.parallel!.flatMap(
          (inner, i) =>
            compileStep(inner, `${path}.parallel[${i}]`, true) ?? [],
        );
        const longest = Math.max(
          ...steps.map(({ timeoutSeconds }) => timeoutSeconds),
          1,
        );
        return { ...within(longest), kind, steps };
      }
    }
  }

  function choicesOf({ choices = [] }: WrittenStep, path: string) {
    const found = Array.isArray(choices)
      ? choices.map(title => ({ id: slug(title) || title, title }))
      : Object.entries(choices).map(([id, title]) => ({ id, title }));
    if (new Set(found.map(({ id }) => id)).size < Math.max(found.length, 2)) {
      report.error(
        `${path}.choices`,
        found.length ? 'duplicate-id' : 'missing',
        'A decision has two choices or more, each of its own.',
        {
          found: found.length
            ? found.map(({ title }) => title).join(', ')
            : undefined,
          allowed: 'texts, or texts by id',
        },
      );
    }
    return found;
  }

  const compiled = phases.map(phase => ({
    id: phase.id ?? phaseIds.of(phase.title, 'phase'),
    title: phase.title,
    steps: phase.steps.flatMap(
      (step, i) => compileStep(step, `${phase.path}[${i}]`, false) ?? [],
    ),
  }));
  return { phases: compiled, placed };
}

function titleOf(step: WrittenStep, kind: WrittenKind): string {
  switch (kind) {
    case 'action':
      return step.action!;
    case 'wait':
      return `Wait ${step.wait}`;
    case 'verify':
      return 'Verify the recovery';
    case 'parallel':
      return 'At once';
    default: {
      const [line] = (
        step.manual ??
        step.decision ??
        step.approval ??
        ''
      ).split('\n', 1);
      return line.length > 120 ? `${line.slice(0, 119)}…` : line;
    }
  }
}

/** What is asked, unless the title says all of it, and what is written below. */
function textOf(
  asked: string | undefined,
  text: string | undefined,
  title: string,
): string | undefined {
  const parts = [asked === title ? undefined : asked, text];
  return parts.filter(Boolean).join('\n\n') || undefined;
}
