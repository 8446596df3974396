import { say } from '../process';
import type { Check, Counts, Stage } from './Check';
import { Output } from './Output';

/** How often it is said what still runs. */
const remindMs = 60_000;

/** What came of a check. */
export interface Result extends Counts {
  name: string;
  seconds: number;
  /** How many failed beside other work, when what failed was run again alone. */
  firstFailed?: number;
}

/**
 * Runs checks side by side: the lists beside each other, what is in a list one after the other. A
 * check that runs alone writes as it goes; else its output is printed in one piece when it ends, or
 * when the run is told to stop. No check keeps another from running.
 */
export async function runChecks(
  lanes: Check[][],
  options: Pick<Stage, 'scratch' | 'runs'>,
): Promise<Result[]> {
  const busy = lanes.filter(({ length }) => length);
  const running = new Map<string, { since: number; output?: Output }>();

  async function runOne(check: Check): Promise<Result> {
    const output =
      busy.length > 1 ? Output.create(options.scratch, check.name) : undefined;
    const since = Date.now();
    running.set(check.name, { since, output });
    say(`${check.name} …`);
    const counts = await check
      .run({
        ...options,
        stdio: output?.stdio ?? ['ignore', 'inherit', 'inherit'],
      })
      .catch((error): Counts => {
        console.error(error);
        return { passed: 0, failed: 1, skipped: 0 };
      });
    running.delete(check.name);
    const result = {
      ...counts,
      name: check.name,
      seconds: Math.round((Date.now() - since) / 1000),
    };
    output?.end(check.name);
    say(row(result).replace(/\t/g, '  '));
    return result;
  }

  async function runLane(lane: Check[]): Promise<Result[]> {
    const results: Result[] = [];
    for (const check of lane) results.push(await runOne(check));
    return results;
  }

  const remind = setInterval(() => {
    const now = [...running].map(
      ([name, { since }]) =>
        `${name} for ${Math.round((Date.now() - since) / 60_000)} min`,
    );
    if (busy.length > 1) say(`still running: ${now.join(', ')}`);
  }, remindMs);
  const stop = (signal: NodeJS.Signals) => {
    clearInterval(remind);
    say(`${signal}: what was not finished follows`);
    for (const [name, { output }] of running) output?.end(name);
    // Whoever else listens, as PostgreSQL does to stop, ends the process when done.
    if (!process.listenerCount(signal))
      process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return (await Promise.all(busy.map(runLane))).flat();
  } finally {
    clearInterval(remind);
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Runs what failed beside other work once more, alone, and says so. */
export async function repeatFailed(
  results: Result[],
  options: Pick<Stage, 'scratch' | 'runs'>,
): Promise<Result[]> {
  const repeated: Result[] = [];
  for (const result of results) {
    const { again, name, failures = [] } = result;
    if (!result.failed || !again) {
      repeated.push(result);
      continue;
    }
    say(`${name} failed, and is tried once more with nothing beside it:`);
    for (const failure of failures) say(`  ${failure}`);
    const since = Date.now();
    const counts = await again({
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const seconds = Math.round((Date.now() - since) / 1000) + result.seconds;
    repeated.push({ ...counts, name, seconds, firstFailed: result.failed });
  }
  return repeated;
}

/** A line of the summary. */
export function row(result: Result): string {
  const { name, passed, failed, skipped, seconds, firstFailed } = result;
  const first = firstFailed ? ` (${firstFailed} failed at first)` : '';
  return `${
    failed ? 'FAILED' : 'ok'
  }\t${name}\t${passed} passed, ${failed} failed, ${skipped} skipped${first}\t${seconds} s`;
}
