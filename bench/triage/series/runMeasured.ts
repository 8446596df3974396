import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process of Node took. */
export interface Measured {
  seconds: number;
  /** The most that was resident, in megabytes. */
  memory: number;
  output: string;
}

/** Runs Node with these arguments, without a flag, and has it say at its end how much memory it had. */
export async function runMeasured(args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-run-'));
  const note = join(folder, 'memory');
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(
      note,
    )}, String(process.resourceUsage().maxRSS)));`,
  );
  try {
    const started = performance.now();
    const child = spawn(process.execPath, ['-r', hook, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    });
    const closed = once(child, 'close');
    let output = '';
    child.stdout.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
    const [code] = await closed;
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`node ${args[0]} ended with ${code}`);
    // Kilobytes.
    const memory = Number(readFileSync(note, 'utf8')) / 1e3;
    return { seconds, memory, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
