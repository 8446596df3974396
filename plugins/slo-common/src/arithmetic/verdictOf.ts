import type { Budget, BurnPair, ObjectiveStatus } from '../api/types';
import type { EpochSeconds } from '../objective';

/**
 * The status of an objective and the bounded code that says why.
 *
 * @public
 */
export type Verdict = Pick<ObjectiveStatus, 'status' | 'reason'>;

/**
 * Judges an objective. The first that holds: never measured or not lately → no-data; a page pair
 * fires → critical; the budget is under one event → low-traffic; the budget is gone → critical; a
 * ticket pair fires → warning; less of the budget is left than `alertBelow` → warning; else healthy.
 *
 * Low traffic comes before a spent budget, which a single error would spend, and after a page,
 * which takes several.
 *
 * @public
 */
export function verdictOf(options: {
  budget: Pick<Budget, 'leftRatio' | 'allowedEvents'>;
  pairs: Pick<BurnPair, 'severity' | 'state'>[];
  /** Share of the budget, 0 to 1. */
  alertBelow: number;
  /** End of the newest measured minute; null when never measured. */
  asOf: EpochSeconds | null;
  now: EpochSeconds;
  /** Age at which a measurement is stale. 600 by default. */
  staleAfterSeconds?: number;
  sourceFailing?: boolean;
}): Verdict {
  const { budget, pairs, alertBelow, asOf, now } = options;
  const { staleAfterSeconds = 600, sourceFailing = false } = options;
  const fires = (severity: BurnPair['severity']) =>
    pairs.some(pair => pair.severity === severity && pair.state === 'firing');

  if (asOf === null) {
    return {
      status: 'no-data',
      reason: sourceFailing ? 'source-failing' : 'never-measured',
    };
  }
  if (now - asOf > staleAfterSeconds) {
    return {
      status: 'no-data',
      reason: sourceFailing ? 'source-failing' : 'stale',
    };
  }
  if (fires('page')) return { status: 'critical', reason: 'page-burn' };
  if (budget.allowedEvents < 1 || budget.leftRatio === null) {
    return { status: 'low-traffic', reason: 'few-events' };
  }
  if (budget.leftRatio <= 0) {
    return { status: 'critical', reason: 'budget-spent' };
  }
  if (fires('ticket')) return { status: 'warning', reason: 'ticket-burn' };
  if (budget.leftRatio < alertBelow) {
    return { status: 'warning', reason: 'budget-low' };
  }
  return { status: 'healthy', reason: 'ok' };
}
