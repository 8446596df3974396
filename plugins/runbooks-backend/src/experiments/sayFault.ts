import type {
  ExperimentSpec,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';

/** What is done to the target, as one would say it. */
export function sayFault({
  fault,
  entityRef,
  environment,
}: Pick<ExperimentSpec, 'fault' | 'entityRef' | 'environment'>): Sentence {
  const { kind, share = 1, milliseconds = 0, percent = 0 } = fault;
  const params = {
    percentOfPods: Math.round(share * 100),
    entity: entityRef,
    environment,
    milliseconds,
    percent,
  };
  const where = `${params.percentOfPods} % of the pods of ${entityRef} in ${environment}`;
  const texts = {
    'kill-pods': `Kills ${where}`,
    latency: `Adds ${milliseconds} ms to what is sent by ${where}`,
    loss: `Loses ${percent} % of what is sent by ${where}`,
  };
  return say(`experiment.fault.${kind}`, texts[kind], params);
}

/** What an experiment does, in one sentence. */
export function sayExperiment(spec: ExperimentSpec): Sentence {
  const { durationSeconds, steadyState } = spec;
  const minutes = Number((durationSeconds / 60).toFixed(1));
  const fault = sayFault(spec);
  return say(
    'experiment.sentence',
    `${fault.text} for ${minutes} min, and stops at once when an objective burns faster than ${steadyState.maxBurnRate}.`,
    { fault, minutes, maxBurnRate: steadyState.maxBurnRate },
  );
}
