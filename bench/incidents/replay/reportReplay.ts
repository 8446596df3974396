import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../../scripts/process';
import { formatSeconds, type Report } from '../../shared/Report';
import { WorkerProcess } from '../../shared/WorkerProcess';
import { entities, mostMemory } from '../sizes';
import type { ReplayHandlers } from './replayWorker';
import { writeRecording } from './writeRecording';

/** Megabytes of old objects: so many are enough, and without a bound garbage is left lying about. */
const heapLimit = 256;

/** How fast a long recording is replayed, and in how much memory. */
export async function reportReplay(
  report: Report,
  recorded: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-recording-'));
  const file = join(folder, 'recording.ndjson');
  const worker = await WorkerProcess.startBuilt<ReplayHandlers>(
    join(__dirname, 'replayWorker.ts'),
    { heapLimit },
  );
  try {
    await writeRecording(file, { alerts: recorded, entities });
    const alerts = recorded.toLocaleString('en');
    const size = (statSync(file).size / 1e6).toFixed(0);
    say(`bench incidents: a recording of ${alerts} alerts, ${size} MB`);
    const found = await worker.ask('replay', file, entities);
    if (found.rejected) throw new Error(`${found.rejected} were not read`);
    const rate = Math.round(recorded / found.seconds);
    report.add({
      what: `Replay of ${alerts} alerts`,
      ours: `${found.memory.toFixed(0)} MB at its peak`,
      theirs: `${rate.toLocaleString('en')} alerts/s, ${formatSeconds(
        found.seconds,
      )}; ${found.alerts.toLocaleString(
        'en',
      )} members of ${found.incidents.toLocaleString('en')} incidents`,
      ratio: '',
      required: `≤ ${mostMemory} MB`,
      passed: found.memory <= mostMemory,
    });
  } finally {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
