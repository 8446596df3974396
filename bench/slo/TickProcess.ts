import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Connection } from './databases';

interface Cost {
  seconds: number;
  /** Seconds of processor time, the database server's included. */
  cpu: number;
}

/** What one tick cost. */
export interface TickCost {
  objectives: number;
  /** Minutes recorded. */
  samples: number;
  /** Asking the source and recording. */
  sampling: Cost;
  /** Budgets, burn windows, verdicts and alerts. */
  judging: Cost;
}

/** What an engine needs, in megabytes. */
export interface Memory {
  /** The most that was resident, over what was before the first tick. */
  peakGrowth: number;
  /** On the heap between ticks, the program itself included. */
  heap: number;
}

/** What the process is told. */
export type WorkerMessage =
  | { do: 'start'; connection: Connection; measuredTo: number }
  | { do: 'tick' }
  | { do: 'memory' }
  | { do: 'stop' };

/** What it answers. Other messages are the transpiler's own. */
export interface WorkerAnswer {
  type: 'answer';
  cost?: TickCost;
  memory?: Memory;
  error?: string;
}

/** An engine in a process of its own that ticks when told. */
export class TickProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** `measuredTo`: the minute up to which the database has been filled. */
  static async start(
    connection: Connection,
    measuredTo: number,
  ): Promise<TickProcess> {
    const child = fork(join(__dirname, 'tickWorker.ts'), {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const worker = new TickProcess(child);
    await worker.ask({ do: 'start', connection, measuredTo });
    return worker;
  }

  async tick(): Promise<TickCost> {
    const { cost } = await this.ask({ do: 'tick' });
    if (!cost) throw new Error("The engine's process did not tick");
    return cost;
  }

  async memory(): Promise<Memory> {
    const { memory } = await this.ask({ do: 'memory' });
    if (!memory) throw new Error("The engine's process did not answer");
    return memory;
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.send({ do: 'stop' });
    const kill = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await exit;
    clearTimeout(kill);
  }

  private ask(message: WorkerMessage): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      const { child } = this;
      const settle = (answer: Partial<WorkerAnswer>) => {
        if (answer.type !== 'answer') return;
        child.off('message', settle);
        child.off('exit', ended);
        if (answer.error) reject(new Error(answer.error));
        else resolve(answer as WorkerAnswer);
      };
      const ended = (code: number | null) =>
        settle({
          type: 'answer',
          error: `The engine's process ended with ${code}`,
        });
      child.on('message', settle);
      child.on('exit', ended);
      child.send(message);
    });
  }
}
