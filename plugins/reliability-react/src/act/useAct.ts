import { useCallback, useRef, useState } from 'react';
import { explain } from '../state/explain';

/**
 * What the server said, rather than with which number it said no.
 *
 * @public
 */
export function messageOf(error: unknown): string {
  return explain(error).message ?? String(error);
}

/**
 * Whether another's change came first (HTTP 409).
 *
 * @public
 */
export function isConflict(error: unknown): boolean {
  return explain(error).status === 409;
}

/**
 * What {@link useAct} answers.
 *
 * @public
 */
export interface Act<A extends unknown[]> {
  /** Answers whether it worked. Does nothing while it is under way. */
  run(...args: A): Promise<boolean>;
  /** It is under way. */
  pending: boolean;
  /** Why the latest attempt failed. */
  failure: string | undefined;
  /** Forgets the failure. */
  reset(): void;
}

/**
 * Runs something that changes the world once at a time and keeps its failure to be shown.
 *
 * @public
 */
export function useAct<A extends unknown[]>(
  act: (...args: A) => Promise<void>,
): Act<A> {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const busy = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback(async (...args: A) => {
    if (busy.current) return false;
    busy.current = true;
    setPending(true);
    setFailure(undefined);
    try {
      await latest.current(...args);
      return true;
    } catch (error) {
      setFailure(messageOf(error));
      return false;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, []);
  const reset = useCallback(() => setFailure(undefined), []);
  return { run, pending, failure, reset };
}
