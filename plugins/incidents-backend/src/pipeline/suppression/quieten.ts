import { writeSaid } from '../../database/readSaid';
import type { AlertRow } from '../AlertRow';
import type { Verdict } from './Verdict';

/** Marks the alert as kept quiet; one that was already, for the same cause, goes on being so. */
export function quieten(
  row: AlertRow,
  verdict: Verdict,
  options: { now: number; reports: number },
): void {
  const goesOn =
    row.suppressed_kind === verdict.kind &&
    row.suppressed_cause === verdict.cause;
  row.suppressed_kind = verdict.kind;
  row.suppressed_cause = verdict.cause;
  row.suppressed_reason = verdict.reason;
  row.suppressed_said = writeSaid(verdict.said);
  row.suppressed_until = verdict.until ?? null;
  if (!goesOn) {
    row.suppressed_at = options.now;
    row.suppressed_count = 0;
  }
  row.suppressed_count += options.reports;
}

export function release(row: AlertRow): void {
  row.suppressed_kind = null;
  row.suppressed_cause = null;
  row.suppressed_reason = null;
  row.suppressed_said = null;
  row.suppressed_until = null;
  row.suppressed_at = null;
  row.suppressed_count = 0;
}
