import type { Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface ReplicaSetup {
  connection: Knex.Config;
  kinds: string[];
  /** Where the world is. */
  world: string;
  /** Milliseconds. */
  leaseTtl: number;
  /** By kind, where it strikes itself: `after settling do-1`. */
  at?: Record<string, string>;
  /** With what; SIGKILL by default. */
  signal?: 'SIGKILL' | 'SIGSTOP';
  /** Where runs wait to be killed: `<key>: looking look-1`. */
  hangAt?: string[];
}

/** A replica of a back end in a process of its own. */
export interface Replica {
  process: ChildProcess;
  /** Resolves when it has said this key so often. */
  says(key: 'ready' | 'hangs', times?: number): Promise<void>;
  gone: Promise<unknown>;
  kill(): Promise<void>;
}

export function startReplica(setup: ReplicaSetup): Replica {
  const child = spawn(
    process.execPath,
    [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, 'replica.ts'),
    ],
    {
      env: { ...process.env, REPLICA: JSON.stringify(setup) },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const messages: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', line => {
    // Libraries may print warnings of their own.
    if (!line.startsWith('{')) return;
    messages.push(JSON.parse(line));
    waiting.forEach(wake => wake());
  });
  const gone = once(child, 'exit');
  return {
    process: child,
    gone,
    async says(key, times = 1) {
      for (;;) {
        const failed = messages.find(message => message.error);
        if (failed) throw new Error(String(failed.error));
        const said = messages.filter(message => message[key] !== undefined);
        if (said.length >= times) return;
        await new Promise<void>(wake => waiting.add(wake));
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
