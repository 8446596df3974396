import type { EvidencePart, PartContext, PartName } from '../EvidencePart';
import { readAlerts } from './readAlerts';
import { readChanges } from './readChanges';
import { readLogs } from './readLogs';
import { readMetrics } from './readMetrics';
import { readObjectives } from './readObjectives';
import { readOwners } from './readOwners';
import { readRunbooks } from './readRunbooks';
import { readSimilar } from './readSimilar';
import { readTopology } from './readTopology';

/** What is asked, by what it is called when it cannot be had. */
export const parts: Record<
  PartName,
  (context: PartContext) => Promise<EvidencePart>
> = {
  alerts: readAlerts,
  topology: readTopology,
  changes: readChanges,
  objectives: readObjectives,
  metrics: readMetrics,
  logs: readLogs,
  runbooks: readRunbooks,
  'similar incidents': readSimilar,
  owners: readOwners,
};
