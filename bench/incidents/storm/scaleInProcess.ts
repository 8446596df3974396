import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Scale } from './measureScale';

/** Old objects, in MB; what else the process needs comes on top. */
const heapLimit = 256;

/** Runs `measureScale` in a process whose heap is bounded. */
export async function scaleInProcess(sizes: number[]): Promise<Scale[]> {
  const child = fork(join(__dirname, 'scaleWorker.ts'), {
    execArgv: [...process.execArgv, `--max-old-space-size=${heapLimit}`],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    // Other messages are the transpiler's own.
    child.on('message', (message: { type?: string; scales?: Scale[] }) => {
      if (message.type === 'answer' && message.scales) resolve(message.scales);
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`The measuring process ended with ${code}`)),
    );
    child.send({ sizes });
  });
}
