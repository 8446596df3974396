import type { JsonObject } from '@backstage/types';
import type { CheckHandler, Run } from '@ghostlight/reliability-node';
import type { ApprovalPolicy } from './ApprovalPolicy';
import { shownIdOf } from './engineSteps';
import type { ExecutionContext } from './ExecutionContext';
import { planResolved } from './planExecution';
import type { ProgramStep } from './Program';
import { inputOf } from './RunInput';

/** The step that this is for asks by itself. */
const asksNobody: ApprovalPolicy = { tiers: [], irreversible: false, waits: 0 };

/**
 * Tells, before somebody is asked to approve what comes next, what that is, with all that the steps before
 * found out. Never fails: a plan says itself what cannot be told.
 */
export function foreseeing(context: ExecutionContext): CheckHandler {
  return {
    kind: 'check',
    async look({ run, step, results }) {
      const input = inputOf(run);
      const { entityRef, incidentId } = input;
      const resolved = {
        ...input,
        program: { title: '', steps: stepsAfter(run, shownIdOf(step.id)) },
        ...(entityRef && { entity: context.entityOf(entityRef) }),
      };
      try {
        const plan = await planResolved(
          context,
          asksNobody,
          resolved,
          { requestedBy: run.requestedBy, incidentId },
          results,
        );
        return {
          state: 'succeeded',
          result: { plan: plan as unknown as JsonObject },
        };
      } catch (error) {
        context.logger.warn(
          `What comes after ${step.id} of run ${run.id} cannot be told`,
          error as Error,
        );
        return { state: 'succeeded' };
      }
    },
  };
}

/** The steps that come after one, as people see them. */
function stepsAfter({ steps }: Run, id: string): ProgramStep[] {
  const from = steps.findIndex(step => step.id === id) + 1;
  const later = new Map(
    steps
      .slice(from)
      .map(({ id: part, input }) => [
        shownIdOf(part),
        input as unknown as ProgramStep,
      ]),
  );
  later.delete(id);
  return [...later.values()];
}
