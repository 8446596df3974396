import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { cpuOfTree } from '../../shared/processCpu';

/** What became of a recording. */
export interface Played {
  seconds: number;
  /** Seconds of processor time. */
  cpu: number;
  incidents: number;
  /** Members of incidents. */
  alerts: number;
  /** The most that was resident, in megabytes. */
  memory: number;
}

const betweenLooks = 500;

/** Replays a recording as anybody would, without a flag, and reads what is printed. */
export async function playThroughCli(
  binary: string,
  recording: string,
  catalog: string,
): Promise<Played> {
  const played = { cpu: 0, incidents: 0, alerts: 0, memory: 0 };
  const started = performance.now();
  const args = ['incidents', 'replay', recording, '--catalog', catalog];
  const child = spawn(process.execPath, [binary, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  const closed = once(child, 'close');
  const complaints: string[] = [];
  child.stderr.on('data', chunk => complaints.push(String(chunk)));
  const looks = setInterval(() => {
    played.cpu = Math.max(played.cpu, cpuOfTree(child.pid!));
    played.memory = Math.max(played.memory, peakOf(child.pid!));
  }, betweenLooks);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('    "id": ')) played.incidents += 1;
    const [, count] = /^ {4}"alertCount": (\d+)/.exec(line) ?? [];
    if (count) played.alerts += Number(count);
  }
  const [code] = await closed;
  clearInterval(looks);
  if (code || complaints.length)
    throw new Error(`The replay ended with ${code}: ${complaints.join('')}`);
  return { ...played, seconds: (performance.now() - started) / 1000 };
}

/** The most that a process had resident so far, with its threads; it starts no other. Linux only. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1.024e-3;
  } catch {
    return 0;
  }
}
