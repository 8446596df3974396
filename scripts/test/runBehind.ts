import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root } from '../process';
import type { Stage } from './Check';

/**
 * Runs a command to its end for a stage and answers its exit code. It gives way to the browser
 * story when that runs beside it, since there pages are waited for in real time.
 */
export function runBehind(
  program: string,
  args: string[],
  stage: Pick<Stage, 'stdio' | 'runs'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: stage.stdio, env });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
    try {
      if (child.pid && stage.runs('e2e'))
        setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended already.
    }
  });
}
