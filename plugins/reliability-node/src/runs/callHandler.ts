import { setTimeout as sleep } from 'node:timers/promises';

/** What came of asking somebody else's code. */
export type Answer<T> =
  | { state: 'answered'; value: T }
  | { state: 'threw'; error: unknown }
  /** It neither answered nor threw when it had to; `gone` resolves when it does. */
  | { state: 'hung'; gone: Promise<unknown> };

/**
 * Waits for an answer until `enough` aborts, and then for another `grace` milliseconds.
 */
export async function callHandler<T>(
  call: () => Promise<T>,
  enough: AbortSignal,
  grace: number,
): Promise<Answer<T>> {
  const over = new AbortController();
  const answer = (async () => call())().then(
    (value): Answer<T> => ({ state: 'answered', value }),
    (error): Answer<T> => ({ state: 'threw', error }),
  );
  const impatience = async (): Promise<Answer<T>> => {
    await aborted(AbortSignal.any([enough, over.signal]));
    await sleep(grace, undefined, { signal: over.signal }).catch(
      () => undefined,
    );
    return { state: 'hung', gone: answer };
  };
  try {
    return await Promise.race([answer, impatience()]);
  } finally {
    over.abort();
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Aborts when a span is over that may be prolonged meanwhile.
 *
 * @returns the signal, and what to call when it is not needed any more
 */
export function signalAfter(
  remaining: () => number,
  reason: () => Error,
): [AbortSignal, () => void] {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const arm = () => {
    const left = remaining();
    if (left <= 0) controller.abort(reason());
    // The longest that a timer can.
    else timer = setTimeout(arm, Math.min(Math.ceil(left), 2 ** 31 - 1));
  };
  arm();
  return [controller.signal, () => clearTimeout(timer)];
}
