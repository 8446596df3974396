import type { Databases } from '../shared/databases';
import type { Report } from '../shared/Report';
import { measurePolicies } from './policies/measurePolicies';
import { measureSteps } from './steps/measureSteps';

/** Measures one thing and adds what it finds to the report. */
export type Part = (
  report: Report,
  options: { databases: Databases },
) => Promise<void>;

const kinds = ['PostgreSQL', 'SQLite'] as const;

/** By the names that `--only` takes; one line each. */
export const parts: Record<string, Part> = {
  steps: async (report, { databases }) => {
    for (const kind of kinds)
      await measureSteps(report, { databases, kind }).catch(error =>
        report.fail(`Steps on ${kind}`, error),
      );
  },
  policies: async (report, { databases }) => {
    for (const kind of kinds)
      await measurePolicies(report, { databases, kind }).catch(error =>
        report.fail(`Policies on ${kind}`, error),
      );
  },
};
