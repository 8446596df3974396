import { useMemo } from 'react';
import { attemptRouteRef, runbookRouteRef } from '../routes';
import { useInstalled } from './useInstalled';

/** Addresses of the runbooks family's screens; each answers undefined where it is not installed. */
export interface RunbookLinks {
  /** A remediation proposal, `REM-0031`. */
  attempt(id: string): string | undefined;
  /** `runbook:default/payments-5xx`. */
  runbook(ref: string): string | undefined;
}

export function useRunbookLinks(): RunbookLinks {
  const attempt = useInstalled(attemptRouteRef);
  const runbook = useInstalled(runbookRouteRef);
  return useMemo(
    () => ({
      attempt: id => attempt?.({ id }),
      runbook: ref => runbook?.({ runbook: ref.replace('/', ':') }),
    }),
    [attempt, runbook],
  );
}
