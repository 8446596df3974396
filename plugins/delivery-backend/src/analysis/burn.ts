import type { Measurement } from '@ghostlight/plugin-slo-common';
import { cleanCounts, rateOf, type Counts } from './Counts';

/** As the first pair of the table of the Google SRE Workbook: two per cent of a month's budget in an hour. */
export const usualBurnRate = 14.4;

/** A ref of an objective, as far as can be told without asking. */
export const objectiveRef = /^slo:[^\s;/]+\/[^\s;/]+$/i;

export function countsOf({
  good,
  total,
}: Pick<Measurement, 'good' | 'total'>): Counts {
  return cleanCounts({ bad: total - good, total });
}

/** How many times as fast as the target allows these counts spend the budget; 0 without any. */
export function burnOf(counts: Counts, target: number): number {
  return rateOf(counts) / allowedOf(target);
}

/** Share of what is counted that may be bad, without the binary dust of `1 - 0.999`. */
export function allowedOf(target: number): number {
  return Number((1 - target).toPrecision(12));
}

/** `23.1×`, `0.4×`. */
export function burnText(burn: number): string {
  return burn >= 1000
    ? `${Math.round(burn).toLocaleString('en')}×`
    : `${Number(burn.toPrecision(3))}×`;
}
