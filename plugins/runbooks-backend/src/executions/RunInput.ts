import type { JsonObject } from '@backstage/types';
import type { Run } from '@ghostlight/reliability-node';

/** What templates may name of an alert. */
export interface SeenAlert {
  name: string;
  labels: Record<string, string>;
}

/** What a run of this family is given; nothing secret. */
export interface RunInput {
  entityRef?: string;
  environment: string;
  incidentId?: string;
  /** Of the runbook's inputs; those that are secret hold the name of one. */
  inputs: JsonObject;
  /** Names of the inputs that are secret. */
  secrets: string[];
  /** The alert that a policy acts on; untrusted text. */
  alert?: SeenAlert;
  /** Burn rates from before anything was done, by objective. */
  baseline?: Record<string, number>;
  /** Whether they take in time from before the trouble began. */
  isMixed?: boolean;
}

export function inputOf(run: Pick<Run, 'input'>): RunInput {
  return run.input as unknown as RunInput;
}
