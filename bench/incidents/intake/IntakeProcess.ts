import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What the process says once it listens. */
export interface WorkerReady {
  type: 'ready';
  port: number;
}

/** The intake behind HTTP, in a process of its own. */
export class IntakeProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Of the Alertmanager adapter. */
    readonly url: string,
  ) {}

  static async start(options: { database: string }): Promise<IntakeProcess> {
    const child = fork(join(__dirname, 'intakeWorker.ts'), [options.database], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const { port } = await new Promise<WorkerReady>((resolve, reject) => {
      // Other messages are the transpiler's own.
      child.on('message', (message: WorkerReady) => {
        if (message.type === 'ready') resolve(message);
      });
      child.once('exit', code =>
        reject(new Error(`The intake's process ended with ${code}`)),
      );
    });
    return new IntakeProcess(
      child,
      `http://127.0.0.1:${port}/api/incidents/v1/intake/alertmanager`,
    );
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }
}
