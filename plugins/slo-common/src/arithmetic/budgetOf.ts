import type { Budget } from '../api/types';
import type { Objective } from '../objective';
import { allowedRatioOf } from './burnRate';
import { badOf, errorRatioOf, type WindowSums } from './WindowSums';
import type { WindowBounds } from './windowBounds';

/**
 * What the good and total of an objective count.
 *
 * @public
 */
export function unitOf(
  objective: Pick<Objective, 'method' | 'indicator'>,
): NonNullable<Budget['unit']> {
  if (objective.method !== 'occurrences') return 'slices';
  const { kind } = objective.indicator;
  return kind === 'raw' || kind === 'threshold' ? 'minutes' : 'events';
}

/**
 * The error budget over a window: exact event-weighted sums, never a mean of ratios.
 *
 * Minutes are the budget's share of the window: 99.9 % over 30 d is 43.2 min, 95 % over 2 weeks
 * 16 h 48 min (OpenSLO). Events are the budget's share of the events seen; of a calendar period
 * that is not over, of those to expect at the traffic so far, so that one error in the first hour of
 * a month does not spend it.
 *
 * @public
 */
export function budgetOf(options: {
  objective: Pick<Objective, 'target' | 'method' | 'indicator'>;
  sums: WindowSums;
  bounds: Pick<WindowBounds, 'seconds' | 'elapsed'>;
}): Budget {
  const { objective, sums, bounds } = options;
  const allowedRatio = allowedRatioOf(objective.target);
  const bad = badOf(sums);
  const allowedMinutes = clean((allowedRatio * bounds.seconds) / 60);
  const allowedEvents = clean(allowedRatio * sums.total * expectation(bounds));
  const known = allowedEvents > 0;
  const spentRatio = known ? bad / allowedEvents : null;
  const leftRatio = spentRatio === null ? null : 1 - spentRatio;
  const ratio = errorRatioOf(sums);
  return {
    sli: ratio === null ? null : 1 - ratio,
    good: sums.good,
    total: sums.total,
    bad,
    unit: unitOf(objective),
    allowedRatio,
    leftRatio,
    spentRatio,
    allowedMinutes,
    leftMinutes: leftRatio === null ? null : allowedMinutes * leftRatio,
    allowedEvents,
    leftEvents: known ? allowedEvents - bad : null,
    coverage: coverageOf(sums, bounds.elapsed),
    excludedMinutes: sums.excludedMinutes,
  };
}

/** How many times the events seen so far a whole window will hold. */
function expectation(bounds: Pick<WindowBounds, 'seconds' | 'elapsed'>) {
  return bounds.elapsed > 0 ? bounds.seconds / bounds.elapsed : 1;
}

function coverageOf(sums: WindowSums, elapsed: number): number {
  if (elapsed <= 0) return 0;
  // Old totals are kept by the hour, so a window can hold a few minutes more than it is long.
  return Math.min(1, ((sums.minutes + sums.excludedMinutes) * 60) / elapsed);
}

/** 0.001 × 43,200 is 43.2 and a bit in binary. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
