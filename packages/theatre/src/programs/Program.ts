import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';

/** Prometheus replays its log before it answers; after a crash that takes a while. */
const readyWithinMs = 60_000;

export interface ProgramOptions {
  name: string;
  binary: string;
  args: string[];
  logFile: string;
  /** Answers 200 when it is ready. */
  readyUrl: string;
}

/** A program of somebody else's, on loopback, that ends with the theatre. */
export class Program {
  private stopping = false;

  private constructor(private readonly child: ChildProcess) {}

  /** Starts it and waits until it is ready. */
  static async start(options: ProgramOptions): Promise<Program> {
    const { name, binary, args, logFile, readyUrl } = options;
    const log = await open(logFile, 'w');
    const child = spawn(binary, args, {
      stdio: ['ignore', log.fd, log.fd],
      // A group of its own: Ctrl-C in a terminal is for the theatre, which stops this last.
      detached: true,
    });
    await log.close();
    const program = new Program(child);
    try {
      await program.ready(readyUrl);
    } catch (error) {
      await program.stop();
      throw new ServiceUnavailableError(
        `${name} did not start; see ${logFile}`,
        error,
      );
    }
    return program;
  }

  /** Called when it ends without having been told to. */
  onFailure(listener: () => void) {
    this.child.once('exit', () => {
      if (!this.stopping) listener();
    });
  }

  /** Ends it, and waits until its data is on disk. */
  async stop() {
    this.stopping = true;
    if (this.ended) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    await exit;
    clearTimeout(kill);
  }

  private get ended() {
    const { pid, exitCode, signalCode } = this.child;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  private async ready(url: string) {
    const failure = new Promise<never>((_resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', code =>
        reject(new Error(`It ended with ${code}`)),
      );
    });
    failure.catch(() => {});
    const deadline = Date.now() + readyWithinMs;
    while (Date.now() < deadline) {
      const answer = fetch(url).catch(() => undefined);
      const response = await Promise.race([answer, failure]);
      if (response?.ok) return;
      await Promise.race([sleep(200), failure]);
    }
    throw new Error('It was not ready within a minute');
  }
}
