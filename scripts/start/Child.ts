import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long a child may take to end before it is killed. */
const patienceMs = 15_000;

/** A process of the portal, leader of a group of its own, so that whatever it started ends with it. */
export class Child {
  /** Settles when it has ended, with its exit code or signal. */
  readonly ended: Promise<string>;
  private running = true;

  private constructor(
    readonly name: string,
    private readonly process: ChildProcess,
  ) {
    this.ended = new Promise(resolve => {
      process.once('error', error => resolve(error.message));
      process.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    this.ended.then(() => {
      this.running = false;
    });
  }

  static start(options: {
    name: string;
    args: string[];
    cwd: string;
    env: NodeJS.ProcessEnv;
  }) {
    const { name, args, cwd, env } = options;
    const started = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    return new Child(name, started);
  }

  /** Ends it and its group. */
  async stop() {
    if (!this.running) return;
    this.signal('SIGTERM');
    const kill = setTimeout(() => this.signal('SIGKILL'), patienceMs);
    if (this.running)
      await Promise.race([this.ended, once(this.process, 'exit')]);
    clearTimeout(kill);
    // The leader is gone; what it started may linger.
    this.signal('SIGKILL');
  }

  private signal(signal: NodeJS.Signals) {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  }
}
