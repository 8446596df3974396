import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Experiment, ExperimentContext } from './ExperimentContext';
import { notKnown } from './findRefusals';
import { worstOf } from './readings';
import { objectivesOf, sayBurn } from './steadyState';

/** Nothing is begun where nobody could see harm, or where there is harm already. */
export async function refuseBurning(
  context: ExperimentContext,
  experiment: Experiment,
): Promise<Sentence[]> {
  const { entityRef, steadyState } = experiment.spec;
  try {
    const objectives = await objectivesOf(context, experiment);
    if (!objectives.length)
      return [
        say(
          'experiment.refused.no-objective',
          `${entityRef} has no objective that could stop it`,
          { entity: entityRef },
        ),
      ];
    const worst = worstOf(await context.burn.read(objectives));
    return worst && worst.burnRate > steadyState.maxBurnRate
      ? [sayBurn(worst, steadyState.maxBurnRate)]
      : [];
  } catch (error) {
    const why = (error as Error).message;
    return [
      say(notKnown, `The objectives could not be asked: ${why}`, {
        what: 'objectives',
        why,
      }),
    ];
  }
}
