import type { Experiment, Sentence } from '@ghostlight/plugin-runbooks-common';
import { Said } from '../words';

/** The fault as a sentence of its own, which that of the experiment quotes. */
function faultOf(experiment: Experiment): Sentence | undefined {
  const { fault, entityRef, environment, sentence } = experiment;
  const text = sentence.params?.fault;
  if (typeof text !== 'string') return undefined;
  return {
    code: `experiment.fault.${fault.kind}`,
    text,
    params: {
      percentOfPods: Math.round((fault.share ?? 1) * 100),
      entity: entityRef,
      environment,
      milliseconds: fault.milliseconds ?? 0,
      percent: fault.percent ?? 0,
    },
  };
}

/** What an experiment does, in one sentence. */
export function ExperimentSentence({ experiment }: { experiment: Experiment }) {
  const fault = faultOf(experiment);
  return (
    <Said sentence={experiment.sentence} within={fault ? [fault] : undefined} />
  );
}
