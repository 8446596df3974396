import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../../scripts/process';
import { formatSeconds, type Report } from '../../shared/Report';
import { entities, mostMemory } from '../sizes';
import { buildCli } from './buildCli';
import { playThroughCli } from './playThroughCli';
import { writeCatalog } from './writeCatalog';
import { writeRecording } from './writeRecording';

/** How fast the command line replays a long recording, and in how much memory. */
export async function reportReplay(
  report: Report,
  recorded: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-recording-'));
  const recording = join(folder, 'recording.ndjson');
  const catalog = join(folder, 'catalog.yaml');
  try {
    const binary = await buildCli();
    await writeCatalog(catalog, { entities });
    await writeRecording(recording, { alerts: recorded, entities });
    const alerts = recorded.toLocaleString('en');
    const size = (statSync(recording).size / 1e6).toFixed(0);
    say(`bench incidents: a recording of ${alerts} alerts, ${size} MB`);
    const played = await playThroughCli(binary, recording, catalog);
    const rate = Math.round(recorded / played.seconds);
    report.add({
      what: `Replay of ${alerts} alerts`,
      ours: `${played.memory.toFixed(0)} MB at its peak`,
      theirs: `${rate.toLocaleString('en')} alerts/s, ${formatSeconds(
        played.seconds,
      )}, ${formatSeconds(
        played.cpu,
      )} of processor time; ${played.alerts.toLocaleString(
        'en',
      )} members of ${played.incidents.toLocaleString('en')} incidents`,
      ratio: '',
      required: `≤ ${mostMemory} MB`,
      passed: played.memory > 0 && played.memory <= mostMemory,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
