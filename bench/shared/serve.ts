import type { Handlers, WorkerAnswer, WorkerCall } from './WorkerProcess';

/**
 * Answers what the process that started this one asks, with one of these functions.
 *
 * @param close - before the process ends
 */
export function serve(handlers: Handlers, close?: () => Promise<void>): void {
  process.on('message', async ({ name, args }: WorkerCall) => {
    let answer: WorkerAnswer;
    try {
      const handler = handlers[name] as (...all: unknown[]) => unknown;
      answer = { type: 'answer', value: await handler(...args) };
    } catch (error) {
      const text = error instanceof Error ? error.stack : String(error);
      answer = { type: 'answer', error: text ?? 'failed' };
    }
    process.send?.(answer);
  });
  process.once('disconnect', async () => {
    await close?.();
    process.exit(0);
  });
}
