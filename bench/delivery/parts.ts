import type { Databases } from '../shared/databases';
import type { Report } from '../shared/Report';
import { reportCanary } from './canary/reportCanary';
import { measureFeed } from './feed/measureFeed';
import { measureGate } from './gate/measureGate';
import { measureTakeover } from './takeover/measureTakeover';

/** Measures one thing and adds what it finds to the report. */
export type Part = (
  report: Report,
  options: { databases: Databases },
) => Promise<void>;

/** By the names that `--only` takes; one line each. */
export const parts: Record<string, Part> = {
  canary: async report => reportCanary(report),
  feed: measureFeed,
  gate: async (report, { databases }) => {
    for (const kind of ['SQLite', 'PostgreSQL'] as const)
      await measureGate(report, { databases, kind }).catch(error =>
        report.fail(`Gate on ${kind}`, error),
      );
  },
  takeover: async (report, { databases }) => {
    for (const kind of ['SQLite', 'PostgreSQL'] as const)
      await measureTakeover(report, { databases, kind }).catch(error =>
        report.fail(`Takeover on ${kind}`, error),
      );
  },
};
