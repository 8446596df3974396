import { eachKind, type Part } from '../shared/runBench';
import { measurePolicies } from './policies/measurePolicies';
import { measureSteps } from './steps/measureSteps';

/** By the names that `--only` takes; one line each. */
export const parts: Record<string, Part> = {
  steps: eachKind(measureSteps),
  policies: eachKind(measurePolicies),
};
