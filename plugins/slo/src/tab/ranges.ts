import type { ObjectiveStatus, Series } from '@ghostlight/plugin-slo-common';
import type { ChartForecast, ChartRange } from '@ghostlight/reliability-react';

const steps = [
  { id: '30d', seconds: 30 * 86_400 },
  { id: '7d', seconds: 7 * 86_400 },
  { id: '1d', seconds: 86_400 },
  { id: '6h', seconds: 6 * 3600 },
  { id: '1h', seconds: 3600 },
];

/** The id of the preset that shows the objective's own window. */
export const WINDOW = 'window';

/** The window itself and up to three shorter looks, so a 1 d objective offers no 30 d. */
export function presetsOf(
  objective: ObjectiveStatus,
): Array<{ id: string; seconds: number }> {
  const { seconds } = objective.window;
  const shorter = steps.filter(step => step.seconds < seconds * 0.9);
  const three =
    shorter.length > 3
      ? [...shorter.slice(-4).filter(step => step.id !== '6h')]
      : shorter;
  return [{ id: WINDOW, seconds }, ...three];
}

/** How far ahead a forecast may push the present to the left. */
const AHEAD = 0.18;

/** The series' time with room for its forecast, which is cut where it would crowd out the past. */
export function withForecast(
  series: Series,
  left: number | null,
): { range: ChartRange; forecast?: ChartForecast } {
  const { from, to, forecast } = series;
  if (!forecast || left === null || forecast.at <= to) {
    return { range: { from, to } };
  }
  const furthest = to + (to - from) * AHEAD;
  if (forecast.at <= furthest) {
    return { range: { from, to: forecast.at }, forecast };
  }
  const share = (furthest - to) / (forecast.at - to);
  const on = (end: number) => left + (end - left) * share;
  return {
    range: { from, to: furthest },
    forecast: {
      at: furthest,
      left: on(forecast.left),
      low: on(forecast.low),
      high: on(forecast.high),
    },
  };
}
