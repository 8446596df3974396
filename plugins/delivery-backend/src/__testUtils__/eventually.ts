import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is as wanted; what it was at last, when it takes too long. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  isSo: (answer: T) => boolean,
  patience: number = 120_000,
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`It did not come about: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}
