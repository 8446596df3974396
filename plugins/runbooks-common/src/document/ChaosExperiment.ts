import type { Conditions, Fault } from '../api';

/**
 * A checked experiment.
 *
 * @public
 */
export interface ExperimentSpec {
  title: string;
  description?: string;
  entityRef: string;
  environment: string;
  hypothesis: string;
  fault: Fault;
  durationSeconds: number;
  steadyState: {
    /** Refs; all of the entity when empty. */
    objectives: string[];
    maxBurnRate: number;
    /** How long it must be well before the fault. */
    beforeSeconds: number;
  };
  blastRadius: { entities: number; share: number };
  schedule?: { cron: string; timeZone: string };
  /** Times in which it does not run. */
  blackouts: Conditions[];
}
