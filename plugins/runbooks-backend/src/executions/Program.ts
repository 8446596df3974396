import type { JsonObject } from '@backstage/types';
import type {
  RunbookStep,
  StepKind,
  Verification,
} from '@ghostlight/plugin-runbooks-common';

/** A step as people see it; in the engine it may be several. */
export interface ProgramStep {
  id: string;
  title: string;
  kind: Exclude<StepKind, 'parallel'>;
  phase?: string;
  /** Steps of one group run at once. */
  group?: string;
  text?: string;
  timeoutSeconds: number;
  continueOnFailure?: boolean;
  retry?: { attempts: number; backoffSeconds: number };
  when?: { step: string; in: string[] };
  action?: string;
  /** Of an action, templates still in it. */
  input?: JsonObject;
  /** Whether `input` is meant as it is, whatever looks like a template in it. */
  literal?: boolean;
  seconds?: number;
  checklist?: string[];
  choices?: { id: string; title: string }[];
  approvers?: string[];
  verification?: Verification;
}

/** What an execution runs, as it was when it was asked for. */
export interface Program {
  title: string;
  steps: ProgramStep[];
  estimatedSeconds?: number;
}

/** Steps of a phase in order, those of a parallel one with its group. */
export function programSteps(
  phase: { title: string; steps: RunbookStep[] },
  group?: { id: string; step: RunbookStep },
): ProgramStep[] {
  return phase.steps.flatMap(step => {
    if (step.kind === 'parallel')
      return programSteps(
        { title: phase.title, steps: step.steps },
        { id: step.id, step },
      );
    const { kind, ...rest } = step;
    return [
      {
        ...rest,
        kind,
        phase: phase.title,
        ...(group && {
          group: group.id,
          when: step.when ?? group.step.when,
          continueOnFailure:
            step.continueOnFailure ?? group.step.continueOnFailure,
        }),
      },
    ];
  });
}
