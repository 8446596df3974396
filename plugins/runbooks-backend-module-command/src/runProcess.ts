import { isError } from '@backstage/errors';
import { spawn, type ChildProcess } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

/** How a process ended. */
export interface Ended {
  /** Left out when a signal ended it. */
  exitCode?: number;
  signal?: string;
  /** Why it was told to end before it did by itself. */
  stopped?: 'time' | 'asked' | 'flood';
  /** Bytes of output that were not kept. */
  left: number;
  /** Why it was not begun at all. */
  unbegun?: string;
}

/** Bytes after which what only writes is stopped. */
const flood = 64 * 1024 * 1024;
/** For what holds the output open after its parent is gone. */
const lingerMs = 500;

/**
 * Runs a program without a shell, in a process group of its own, so that all it started ends with it.
 * Never throws.
 */
export function runProcess(
  wanted: {
    binary: string;
    args: string[];
    cwd: string;
    env: Record<string, string>;
    timeoutMs: number;
    outputCap: number;
    /** Milliseconds from SIGTERM to SIGKILL. */
    graceMs: number;
  },
  { signal, output }: { signal: AbortSignal; output(text: string): void },
): Promise<Ended> {
  const { binary, args, cwd, env, timeoutMs, outputCap, graceMs } = wanted;
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve({ left: 0, unbegun: 'It was called off before it began' });
      return;
    }
    let child: ChildProcess;
    try {
      child = spawn(binary, args, {
        cwd,
        env,
        shell: false,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      resolve({ left: 0, unbegun: wordsOf(error) });
      return;
    }
    let seen = 0;
    let stopped: Ended['stopped'];
    const timers: NodeJS.Timeout[] = [];
    const killGroup = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, how);
      } catch {
        // All of it is gone.
      }
    };
    const stop = (why: NonNullable<Ended['stopped']>) => {
      if (stopped) return;
      stopped = why;
      killGroup('SIGTERM');
      timers.push(setTimeout(() => killGroup('SIGKILL'), graceMs));
    };
    const askedToStop = () => stop('asked');
    signal.addEventListener('abort', askedToStop, { once: true });
    timers.push(setTimeout(() => stop('time'), timeoutMs));

    const decoders = [new StringDecoder('utf8'), new StringDecoder('utf8')];
    [child.stdout!, child.stderr!].forEach((stream, index) => {
      stream.on('data', (chunk: Buffer) => {
        const room = Math.max(0, outputCap - seen);
        seen += chunk.length;
        const text = decoders[index].write(chunk.subarray(0, room));
        if (text) output(text);
        if (seen > flood) stop('flood');
      });
      stream.on('error', () => {});
    });

    let isOver = false;
    const finish = (ended: Omit<Ended, 'left' | 'stopped'>) => {
      if (isOver) return;
      isOver = true;
      timers.forEach(clearTimeout);
      signal.removeEventListener('abort', askedToStop);
      // Whatever it left behind ends with it.
      killGroup('SIGKILL');
      child.stdout?.destroy();
      child.stderr?.destroy();
      const left = Math.max(0, seen - outputCap);
      if (left > 0) output(`\n${left} more bytes were not kept\n`);
      resolve({ ...ended, left, ...(stopped && { stopped }) });
    };
    const how = (code: number | null, by: NodeJS.Signals | null) => ({
      ...(code !== null && { exitCode: code }),
      ...(by !== null && { signal: by }),
    });
    child.once('error', error => {
      if (child.pid === undefined) finish({ unbegun: wordsOf(error) });
    });
    child.once('exit', (code, by) =>
      timers.push(setTimeout(() => finish(how(code, by)), lingerMs)),
    );
    child.once('close', (code, by) => finish(how(code, by)));
  });
}

function wordsOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
