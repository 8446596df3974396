import { ResponseError } from '@backstage/errors';
import { useState } from 'react';

/** What the server said, rather than with which number it said no. */
function messageOf(error: unknown): string {
  if (error instanceof ResponseError) return error.cause.message;
  return error instanceof Error ? error.message : String(error);
}

/** Runs something that changes the world once at a time and keeps its failure to be shown. */
export function useAct(act: () => Promise<void>) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setPending(false);
    }
  };
  return { run, pending, failure };
}
