import type { ExperimentSpec } from '@ghostlight/plugin-runbooks-common';
import type { StepContext } from '@ghostlight/reliability-node';
import type { RemediationContext } from '../remediation';
import type { ExperimentsConfig } from './readExperimentsConfig';

/** What experiments need of the rest of the plugin. */
export interface ExperimentContext extends RemediationContext {
  experiments: ExperimentsConfig;
}

/** An experiment as it was when its run was asked for. */
export interface Experiment {
  ref: string;
  spec: ExperimentSpec;
}

/** Goes with each step of a run, so that a changed document changes nothing under way. */
export function experimentOf({ step }: Pick<StepContext, 'step'>): Experiment {
  return step.input.experiment as unknown as Experiment;
}

/** Runs at one target go one after the other, those of policies too. */
export function targetOf({
  entityRef,
  environment,
}: Pick<ExperimentSpec, 'entityRef' | 'environment'>): string {
  return `${environment}/${entityRef}`;
}
