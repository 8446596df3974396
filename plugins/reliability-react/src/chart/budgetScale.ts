import { scaleLinear } from 'd3-scale';
import { Plot } from './plot';
import { ChartBucket, ChartForecast } from './types';

/** A forecast may fall without end; it shows this much below the data. */
const FORECAST_ROOM = 0.25;

/** From the lowest point, or zero, up to the whole budget. */
export function budgetDomain(
  buckets: readonly ChartBucket[],
  forecast: ChartForecast | undefined,
): [number, number] {
  let low = 0;
  for (const bucket of buckets) {
    low = Math.min(low, bucket.left ?? 0);
  }
  const ahead = forecast
    ? Math.max(Math.min(forecast.left, forecast.low), low - FORECAST_ROOM)
    : 0;
  low = Math.min(low, ahead);
  return [low < 0 ? low * 1.04 : 0, 1];
}

export interface BudgetScale {
  /** Pixel of a share of the budget. */
  (share: number): number;
  ticks: number[];
}

export function budgetScale(domain: [number, number], plot: Plot): BudgetScale {
  const scale = scaleLinear()
    .domain(domain)
    .range([plot.bottom - (domain[0] < 0 ? 6 : 0), plot.top]);
  const wanted = Math.max(2, Math.floor((plot.bottom - plot.top) / 44));
  const ticks = scale.ticks(wanted);
  return Object.assign((share: number) => scale(share), {
    ticks: ticks.includes(0) ? ticks : [0, ...ticks],
  });
}
