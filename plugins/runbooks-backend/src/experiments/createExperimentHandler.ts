import type { ActionPlan } from '@ghostlight/plugin-runbooks-common';
import type {
  CheckHandler,
  EffectHandler,
  RunHandler,
  StepOutcome,
} from '@ghostlight/reliability-node';
import {
  createExecutionHandler,
  experimentRunKind,
  type ProgramStep,
} from '../executions';
import { experimentOf, type ExperimentContext } from './ExperimentContext';
import { findRefusals, ofSwitches, ofTime } from './findRefusals';
import { guarding } from './guarding';
import { recovering } from './recovering';
import { beingSteady, ended } from './steadyState';
import { planningUndo, seeingItGo, takingBack } from './takingBack';

/** Does the steps of experiments. */
export function createExperimentHandler(
  context: ExperimentContext,
): RunHandler {
  const { steps } = createExecutionHandler(context, experimentRunKind);
  return createExecutionHandler(context, experimentRunKind, {
    steady: beingSteady(context),
    plan: planning(steps.plan as CheckHandler),
    act: injecting(context, steps.act as EffectHandler),
    guard: guarding(context),
    'undo-plan': planningUndo(context),
    'undo-act': takingBack(context),
    'undo-observe': seeingItGo(context),
    verify: recovering(context),
    would: wondering(context, steps.would as CheckHandler),
  });
}

/** With what the plan says that is touched, which only the platform knows. */
function planning(inner: CheckHandler): CheckHandler {
  return {
    kind: 'check',
    async look(here) {
      const outcome = await inner.look(here);
      if (outcome.state !== 'succeeded') return outcome;
      const tooMuch = beyond(experimentOf(here).spec, outcome);
      return tooMuch ? { state: 'refused', error: tooMuch } : outcome;
    },
  };
}

function beyond(
  { blastRadius }: ReturnType<typeof experimentOf>['spec'],
  { result }: StepOutcome,
): string | undefined {
  const plan = result?.plan as unknown as ActionPlan | undefined;
  const { share = 0, entities = [] } = plan?.blastRadius ?? {};
  if (share > blastRadius.share)
    return `It would take ${Math.round(
      share * 100,
    )} % of the pods; ${Math.round(blastRadius.share * 100)} % are allowed`;
  return entities.length > blastRadius.entities
    ? `It would touch ${entities.length} entities; ${blastRadius.entities} are allowed`
    : undefined;
}

/** Whoever begins late, after another replica died, asks once more. */
function injecting(
  context: ExperimentContext,
  inner: EffectHandler,
): EffectHandler {
  return {
    ...inner,
    async act(here) {
      const experiment = experimentOf(here);
      const [refusal] = [
        ...(await ofSwitches(context, experiment)),
        ...ofTime(context, experiment),
      ];
      return refusal ? ended('aborted', refusal, []) : inner.act(here);
    },
  };
}

function wondering(
  context: ExperimentContext,
  inner: CheckHandler,
): CheckHandler {
  return {
    kind: 'check',
    async look(here) {
      const { kind } = here.step.input as unknown as ProgramStep;
      if (kind === 'action') return inner.look(here);
      const refusals = await findRefusals(context, experimentOf(here));
      return refusals.length
        ? {
            state: 'refused',
            error: refusals.map(({ text }) => text).join('; '),
          }
        : { state: 'succeeded', text: 'It may begin' };
    },
  };
}
