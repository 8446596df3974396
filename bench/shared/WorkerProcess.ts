import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { buildModule } from './buildModule';

/** What a process can be asked for. */
export type Handlers = Record<string, (...args: never[]) => unknown>;

/** A question. */
export interface WorkerCall {
  name: string;
  args: unknown[];
}

/** Its answer. Other messages are the transpiler's own. */
export interface WorkerAnswer {
  type: 'answer';
  value?: unknown;
  error?: string;
}

/** A module that calls `serve`, in a process of its own, so that its memory and processor time are too. */
export class WorkerProcess<T extends Handlers> {
  private constructor(private readonly child: ChildProcess) {}

  /** As it is in the repository. */
  static start<T extends Handlers>(file: string): WorkerProcess<T> {
    return WorkerProcess.fork(file, process.execArgv);
  }

  /**
   * As it would be released.
   *
   * @param heapLimit - megabytes of old objects; what else the process needs comes on top
   */
  static async startBuilt<T extends Handlers>(
    file: string,
    { heapLimit }: { heapLimit?: number } = {},
  ): Promise<WorkerProcess<T>> {
    const limit = heapLimit ? [`--max-old-space-size=${heapLimit}`] : [];
    return WorkerProcess.fork(await buildModule(file), limit);
  }

  private static fork<T extends Handlers>(file: string, execArgv: string[]) {
    const env = { ...process.env, NODE_ENV: 'production' };
    return new WorkerProcess<T>(fork(file, { execArgv, env }));
  }

  /** One question at a time. */
  async ask<K extends keyof T & string>(
    name: K,
    ...args: Parameters<T[K]>
  ): Promise<Awaited<ReturnType<T[K]>>> {
    const call: WorkerCall = { name, args };
    const { child } = this;
    const value = await new Promise<unknown>((resolve, reject) => {
      const settle = (answer: WorkerAnswer) => {
        if (answer.type !== 'answer') return;
        child.off('message', settle);
        child.off('exit', ended);
        if (answer.error === undefined) resolve(answer.value);
        else reject(new Error(answer.error));
      };
      const ended = (code: number | null, signal: string | null) =>
        settle({
          type: 'answer',
          error: `The measured process ended with ${code ?? signal}`,
        });
      child.on('message', settle);
      child.once('exit', ended);
      if (child.connected) child.send(call);
      else ended(child.exitCode, child.signalCode);
    });
    return value as Awaited<ReturnType<T[K]>>;
  }

  /** The process ends when there is nobody left who could ask. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    if (child.connected) child.disconnect();
    const kill = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exit;
    clearTimeout(kill);
  }
}
