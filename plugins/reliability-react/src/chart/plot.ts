import { scaleTime, ScaleTime } from 'd3-scale';
import { ChartRange } from './types';

/** Where things are in a plot: pixels of the whole SVG, and the time scale. */
export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  range: ChartRange;
  /** Pixel of an instant in epoch seconds. */
  x(at: number): number;
  /** Epoch seconds of a pixel. */
  at(x: number): number;
  time: ScaleTime<number, number>;
}

export interface PlotMargin {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const MARGIN: PlotMargin = { left: 52, right: 12, top: 10, bottom: 24 };

export function plotOf(
  width: number,
  height: number,
  range: ChartRange,
  margin: Partial<PlotMargin> = {},
): Plot {
  const { left, right, top, bottom } = { ...MARGIN, ...margin };
  const time = scaleTime()
    .domain([new Date(range.from * 1000), new Date(range.to * 1000)])
    .range([left, Math.max(left + 1, width - right)]);
  return {
    width,
    height,
    left,
    right: Math.max(left + 1, width - right),
    top,
    bottom: height - bottom,
    range,
    time,
    x: at => time(new Date(at * 1000)),
    at: x => time.invert(x).getTime() / 1000,
  };
}

/** Index of the instant nearest to `at` in a sorted list; -1 when empty. */
export function nearest(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length - 1;
  if (high < 0) {
    return -1;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (instants[middle] <= at) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return Math.abs(instants[low] - at) <= Math.abs(instants[high] - at)
    ? low
    : high;
}

/** First and last index inside a range; the last is before the first when none is. */
export function visible(
  instants: readonly number[],
  range: ChartRange,
): [number, number] {
  let first = 0;
  let last = instants.length - 1;
  while (first <= last && instants[first] < range.from) {
    first += 1;
  }
  while (last >= first && instants[last] > range.to) {
    last -= 1;
  }
  return [first, last];
}

/** A range of another length around an instant, kept inside the limits. */
export function zoomAround(
  range: ChartRange,
  centre: number,
  factor: number,
  limits: ChartRange,
  least: number,
): ChartRange {
  const most = limits.to - limits.from;
  const length = Math.min(
    most,
    Math.max(least, (range.to - range.from) * factor),
  );
  const share = (centre - range.from) / (range.to - range.from || 1);
  const from = Math.min(
    limits.to - length,
    Math.max(limits.from, centre - length * share),
  );
  return { from: Math.round(from), to: Math.round(from + length) };
}
