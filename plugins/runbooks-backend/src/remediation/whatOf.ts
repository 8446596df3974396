import type {
  PolicyRung,
  PolicySpec,
} from '@ghostlight/plugin-runbooks-common';
import type { Program, Resolved } from '../executions';
import type { AttemptWhat } from './AttemptRow';

/** The execution that a rung of a ladder asks for. */
export function whatOf(
  rung: PolicyRung,
  subject: { entityRef: string; environment: string; incidentId?: string },
): AttemptWhat {
  return 'action' in rung
    ? { action: rung.action, input: rung.input, ...subject }
    : { runbookRef: rung.runbookRef, inputs: rung.inputs, ...subject };
}

/** What a proposal without a policy is verified by. */
export const usualVerification: PolicySpec['verification'] = {
  withinSeconds: 600,
  steadySeconds: 120,
  maxBurnRate: 1,
};

/** The program with the policy's own verification at its end, in place of one of the runbook. */
export function withVerification(
  { program, ...resolved }: Resolved,
  { verification }: Pick<PolicySpec, 'verification'>,
): Resolved {
  const steps: Program['steps'] = program.steps.filter(
    ({ id }) => id !== 'verification',
  );
  steps.push({
    id: 'verification',
    title: 'What users see recovers',
    kind: 'verify',
    timeoutSeconds: verification.withinSeconds,
    verification,
  });
  return { ...resolved, program: { ...program, steps } };
}
