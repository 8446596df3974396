import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so, for two minutes at most. */
export async function until<T>(
  so: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  const end = Date.now() + 120_000;
  for (;;) {
    const value = await so();
    if (value) return value;
    if (Date.now() > end) throw new Error('it did not come about in time');
    await sleep(15);
  }
}
