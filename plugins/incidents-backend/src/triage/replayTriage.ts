import type {
  TriageCase,
  TriageReport,
} from '@ghostlight/plugin-incidents-common';
import { diagnose } from './ranking';

/**
 * Why an incident happened, as far as it is recorded in a case: the same case has the same report.
 *
 * @public
 */
export function replayTriage(
  given: TriageCase,
  options?: {
    /** How many suspects are named; 5 by default. */
    most?: number;
  },
): TriageReport {
  return diagnose(given, options);
}
