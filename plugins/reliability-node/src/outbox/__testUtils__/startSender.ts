import type { Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { OutboxOptions } from '..';

/** A replica that delivers messages of the topic `mail` into the table `got`. */
export interface Sender {
  process: ChildProcess;
  /** Resolves when it has said this key, with the value if one is given. */
  says(key: 'ready' | 'got', value?: string): Promise<void>;
  kill(): Promise<void>;
}

export function startSender(setup: {
  connection: Knex.Config;
  options?: Partial<OutboxOptions>;
  /** Key of a message that it sends and never comes back from. */
  hangOn?: string;
}): Sender {
  const child = spawn(
    process.execPath,
    [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, 'sender.ts'),
    ],
    {
      env: { ...process.env, SENDER: JSON.stringify(setup) },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const messages: Record<string, string | number>[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', line => {
    // Libraries may print warnings of their own.
    if (!line.startsWith('{')) return;
    messages.push(JSON.parse(line));
    waiting.forEach(wake => wake());
  });
  return {
    process: child,
    async says(key, value) {
      for (;;) {
        const failed = messages.find(message => message.error);
        if (failed) throw new Error(String(failed.error));
        const said = messages.filter(message => message[key] !== undefined);
        if (said.some(one => value === undefined || one[key] === value)) return;
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
