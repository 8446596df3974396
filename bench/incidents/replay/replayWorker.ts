/** Runs in a process of its own, so that its memory is that of the replay. */
import { readRecording } from '../../../packages/cli/src/commands/incidents/readRecording';
import { replay } from '../../../plugins/incidents-backend/src/replay';
import { serve } from '../../shared/serve';
import { stitchedCatalog } from '../backend/stitchedCatalog';

/** What became of the recording. */
export interface Replayed {
  seconds: number;
  incidents: number;
  /** Members of incidents. */
  alerts: number;
  /** What could not be read. */
  rejected: number;
  /** The most that was resident, in megabytes. */
  memory: number;
}

const handlers = {
  async replay(file: string, entities: number): Promise<Replayed> {
    const counts = { incidents: 0, alerts: 0, rejected: 0 };
    const started = performance.now();
    const played = replay({
      lines: readRecording(file),
      entities: stitchedCatalog(entities),
      onRejected: () => {
        counts.rejected += 1;
      },
    });
    for await (const incident of played) {
      counts.incidents += 1;
      counts.alerts += incident.alerts.length;
    }
    return {
      ...counts,
      seconds: (performance.now() - started) / 1000,
      memory: process.resourceUsage().maxRSS / 1e3,
    };
  },
};

/** What it can be asked for. */
export type ReplayHandlers = typeof handlers;

serve(handlers);
