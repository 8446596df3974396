import type { Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that takes the lease `work`, and what it says. */
export interface Holder {
  process: ChildProcess;
  /** The value of the next message that has this key. */
  says(key: 'acquired' | 'refused'): Promise<number>;
  kill(): Promise<void>;
}

export function startHolder(options: {
  connection: Knex.Config;
  /** Milliseconds. */
  ttl: number;
  renews: boolean;
}): Holder {
  const child = spawn(
    process.execPath,
    [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, 'holder.ts'),
    ],
    {
      env: { ...process.env, HOLDER: JSON.stringify(options) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const messages: Record<string, number | string>[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', line => {
    // Libraries may print warnings of their own.
    if (!line.startsWith('{')) return;
    messages.push(JSON.parse(line));
    waiting.forEach(wake => wake());
  });
  return {
    process: child,
    async says(key) {
      for (;;) {
        const failed = messages.find(message => message.error);
        if (failed) throw new Error(String(failed.error));
        const found = messages.find(message => message[key] !== undefined);
        if (found) return Number(found[key]);
        await new Promise<void>(wake => waiting.add(wake));
      }
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
