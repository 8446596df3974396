import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pastDays } from '../past/Past';
import { writeBlocks, type SimulatedSpan } from '../past/writeBlocks';
import { Prometheus } from './Prometheus';

/** Says which span of a Prometheus folder is simulated; written last, so that half a past is made anew. */
const marker = 'simulated.json';

/** Makes the simulated past of a Prometheus folder, once. Answers the span it covers. */
export async function preparePast(options: {
  promtool: string;
  folder: string;
  days?: number;
  log(line: string): void;
  signal?: AbortSignal;
}): Promise<SimulatedSpan> {
  const { folder, log } = options;
  const known = await readFile(join(folder, marker), 'utf8').catch(
    () => undefined,
  );
  if (known) return JSON.parse(known);
  const data = Prometheus.dataFolder(folder);
  const half = `${data}.half`;
  await rm(data, { recursive: true, force: true });
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(data), { recursive: true });
  log(
    `making ${
      options.days ?? pastDays
    } days of simulated past for Prometheus, once (about 20 s)`,
  );
  let told = 0;
  const span = await writeBlocks({
    promtool: options.promtool,
    folder: half,
    days: options.days,
    signal: options.signal,
    onProgress(share) {
      if (share < told + 0.25 || share >= 1) return;
      told = share;
      log(`simulated past: ${Math.round(share * 100)} %`);
    },
  });
  await rename(half, data);
  await writeFile(join(folder, marker), JSON.stringify(span));
  return span;
}
