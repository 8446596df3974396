import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's clock ticks per second, as /proc counts processor time. */
const ticksPerSecond = 100;

interface ProcessStat {
  parent: number;
  /** Seconds of processor time, of the process itself and of its children that have ended. */
  cpu: number;
}

function readStat(pid: number): ProcessStat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].map(place => Number(fields[place]));
    return {
      parent: Number(fields[1]),
      cpu: ticks.reduce((sum, n) => sum + n, 0) / ticksPerSecond,
    };
  } catch {
    return undefined;
  }
}

/** Seconds of processor time a process and all below it have used. Linux only: elsewhere 0. */
export function cpuOfTree(root: number): number {
  const stats = new Map<number, ProcessStat>();
  for (const name of listProcesses()) {
    const stat = readStat(Number(name));
    if (stat) stats.set(Number(name), stat);
  }
  const below = (pid: number): number =>
    [...stats]
      .filter(([, { parent }]) => parent === pid)
      .reduce((sum, [child]) => sum + below(child), stats.get(pid)?.cpu ?? 0);
  return below(root);
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Seconds of processor time this process has used. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
