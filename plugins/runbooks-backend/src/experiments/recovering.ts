import type { JsonObject } from '@backstage/types';
import {
  say,
  type CheckHandler,
  type StepOutcome,
} from '@ghostlight/reliability-node';
import { planIdOf, type ProgramStep } from '../executions';
import { verifyObjectives, type Verified } from '../verification';
import { experimentOf, type ExperimentContext } from './ExperimentContext';
import { stepIds } from './experimentProgram';
import { lookAtFault, stepOf } from './faultCalls';
import { addReadings, asJson } from './readings';
import type { Ending, Looked } from './steadyState';

/**
 * Looks until users see nothing any more, and, where the fault ends by itself (pods that are made anew),
 * until it has.
 */
export function recovering(context: ExperimentContext): CheckHandler {
  return {
    kind: 'check',
    async look(here) {
      const { verification } = here.step.input as unknown as ProgramStep;
      const seen = here.step.result as (Partial<Verified> & Looked) | undefined;
      const now = here.now();
      const outcome = await verifyObjectives({
        burn: context.burn,
        config: context.verification,
        entityRef: experimentOf(here).spec.entityRef,
        verification: verification!,
        seen,
        since: here.step.startedAt ?? now,
        now,
      });
      const withSeen = noted(outcome, seen, context.now());
      if (withSeen.state !== 'succeeded') return withSeen;
      const ends = stepOf(here.run, planIdOf(stepIds.undo)).result?.choice;
      if (ends !== 'self') return withSeen;
      const fault = await lookAtFault(context, here);
      if (fault.state === 'done') return withSeen;
      return fault.state === 'failed'
        ? failed(fault.text, withSeen.result)
        : {
            state: 'again',
            after: context.verification.interval,
            text: fault.text,
            result: withSeen.result,
          };
    },
  };
}

/** With the points of this look, and what a failure says of the hypothesis. */
function noted(
  outcome: StepOutcome,
  before: Looked | undefined,
  at: number,
): StepOutcome {
  const { readings = [] } = (outcome.result ?? {}) as Partial<Verified>;
  const seen = addReadings(
    before?.seen ?? [],
    readings.map(({ objective, title, now }) => ({
      objective,
      title,
      total: 0,
      ...(now !== undefined && { burnRate: now }),
    })),
    at,
  );
  const result = { ...outcome.result, ...asJson({ seen }) };
  return outcome.state === 'failed'
    ? failed(outcome.error, result)
    : { ...outcome, result };
}

function failed(why: string, result: JsonObject = {}): StepOutcome {
  const ending: Ending = {
    verdict: 'broken',
    because: say(
      'experiment.not-recovered',
      `It was not well again in time: ${why}`,
      { why },
    ),
  };
  return {
    state: 'failed',
    error: ending.because.text,
    result: { ...result, ending: asJson(ending) },
  };
}
