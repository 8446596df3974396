import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OpenMetricsWriter } from './OpenMetricsWriter';
import { Past, pastDays, stepSeconds, type Step } from './Past';

const run = promisify(execFile);

/** A TSDB block's span, seconds. One text per block: promtool reads a text once for each block in it. */
const blockSeconds = 7200;

/** How many promtools work at once. */
const atOnce = 2;

export interface SimulatedSpan {
  /** Epoch seconds. */
  from: number;
  to: number;
}

/**
 * Fills a Prometheus data folder with the simulated past, which ends now: with the last step before
 * the last text is written. Answers the span that it covers.
 */
export async function writeBlocks(options: {
  promtool: string;
  folder: string;
  days?: number;
  onProgress?(share: number): void;
  signal?: AbortSignal;
}): Promise<SimulatedSpan> {
  const { promtool, folder, signal, days = pastDays } = options;
  const texts = join(folder, 'openmetrics');
  await mkdir(texts, { recursive: true });
  const lastStep = () =>
    Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const from = lastStep() - days * 86_400;
  const past = Past.create({ from });
  const writer = OpenMetricsWriter.create();
  const write = async (steps: Step[], text: string) => {
    const file = join(texts, `${steps[0].at}.om`);
    await writeFile(file, text);
    const args = ['tsdb', 'create-blocks-from', 'openmetrics', '-q', file];
    await run(promtool, [...args, folder], { signal });
    await rm(file);
  };

  let next = from + stepSeconds;
  const nextBlock = () => {
    const end = (Math.floor(next / blockSeconds) + 1) * blockSeconds;
    const steps: Step[] = [];
    for (; next < end && next <= lastStep(); next += stepSeconds) {
      steps.push(past.step(next));
    }
    return steps;
  };

  while (next <= lastStep()) {
    signal?.throwIfAborted();
    const blocks = Array.from({ length: atOnce }, nextBlock)
      .filter(steps => steps.length > 0)
      .map(steps => write(steps, writer.write(steps)));
    await Promise.all(blocks);
    options.onProgress?.(Math.min(1, (next - from) / (days * 86_400)));
  }
  await rm(texts, { recursive: true });
  return { from, to: next - stepSeconds };
}
