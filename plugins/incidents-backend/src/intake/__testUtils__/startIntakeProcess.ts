import type { Knex } from 'knex';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** An intake in a process of its own on a migrated database. */
export async function startIntakeProcess(database: Knex.Config) {
  const child = fork(resolve(__dirname, 'intakeWorker.ts'), {
    execArgv: [
      '-r',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, INTAKE_DATABASE: JSON.stringify(database) },
  });
  const port = await new Promise<number>((done, fail) => {
    // Other messages are the transpiler's own.
    child.on('message', (message: { port?: number }) => {
      if (message.port) done(message.port);
    });
    child.once('exit', code => fail(new Error(`It ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/v1/intake`,
    /** At once, as power fails. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
