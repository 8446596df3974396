import {
  budgetOf,
  windowBounds,
  type EpochSeconds,
  type Minute,
  type Objective,
} from '@ghostlight/plugin-slo-common';
import type { LedgerView, Measured } from './LedgerView';

const points = 48;

/** One point of the course of a budget: a window that ends at `end`, and where the last point was. */
export interface CoursePoint {
  from: Minute;
  end: Minute;
  previous: Minute;
  /** Of the window that ends there; for a calendar one of its period so far. */
  bounds: { seconds: number; elapsed: number };
}

/** Evenly spaced instants of the current window, oldest first, the last one now. */
export function sparkPoints(
  objective: Objective,
  now: EpochSeconds,
): CoursePoint[] {
  const { start, end: last } = windowBounds(objective.window, now);
  const until = Math.min(last, now);
  const step = (until - start) / points;
  return Array.from({ length: points }, (_, index) =>
    coursePoint(objective, start + step * (index + 1), step),
  );
}

/** The point at an instant; `step` is the distance to the one before, in seconds. */
export function coursePoint(
  { window }: Pick<Objective, 'window'>,
  at: EpochSeconds,
  step: number,
): CoursePoint {
  // The end of a calendar period belongs to it, and not to the next one.
  const bounds = windowBounds(window, window.kind === 'calendar' ? at - 1 : at);
  return {
    from: Math.floor(bounds.start / 60),
    end: Math.floor(at / 60),
    previous: Math.floor((at - step) / 60),
    bounds: { seconds: bounds.seconds, elapsed: at - bounds.start },
  };
}

/** The minutes a point is made from. */
export function minutesOf({ from, end, previous }: CoursePoint): Minute[] {
  return [from, end, previous];
}

/** Share of the budget left at a point; null where nothing was measured since the one before. */
export function leftAt(
  objective: Objective,
  measured: Measured,
  { from, end, previous, bounds }: CoursePoint,
  view: LedgerView,
): number | null {
  const lately = view.sums(measured, previous, end);
  if (lately.minutes + lately.excludedMinutes <= 0) return null;
  const sums = view.sums(measured, from, end);
  return budgetOf({ objective, sums, bounds }).leftRatio;
}

/** The sparkline of an objective. */
export function sparkline(
  objective: Objective,
  measured: Measured,
  course: CoursePoint[],
  view: LedgerView,
): (number | null)[] {
  return course.map(point => {
    const left = leftAt(objective, measured, point, view);
    return left === null ? null : Number(left.toFixed(4));
  });
}
