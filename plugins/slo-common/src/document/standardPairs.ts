import type { BurnPairRule } from '../objective';
import { formatDuration } from './duration';

/** Share of the budget that each pair of the table lets go before it fires. */
const table = [
  { severity: 'page', share: 0.02, long: 3_600, short: 300 },
  { severity: 'page', share: 0.05, long: 21_600, short: 1_800 },
  { severity: 'ticket', share: 0.1, long: 86_400, short: 7_200 },
  { severity: 'ticket', share: 0.1, long: 259_200, short: 21_600 },
] as const;

const THIRTY_DAYS = 30 * 86_400;

/** Under this a pair would fire on a service that keeps its objective (28 days give 0.933). */
const LEAST_THRESHOLD = 0.9;

/**
 * The four-pair table of the Google SRE Workbook, chapter 5, for a period: threshold = share of the
 * budget × period / long window, which is 14.4, 6, 3 and 1 over 30 days.
 *
 * Pairs whose long window does not fit into the period, or whose threshold a service reaches that
 * keeps its objective, are left out. Where that leaves none (periods under two days) the windows
 * shrink with the period instead, down to whole minutes.
 *
 * @public
 */
export function standardPairs(
  windowSeconds: number,
  target: number,
): BurnPairRule[] {
  const fixed = table
    .map(({ severity, share, long, short }) => ({
      severity,
      longSeconds: long,
      shortSeconds: short,
      threshold: round((share * windowSeconds) / long),
    }))
    .filter(
      pair =>
        pair.longSeconds < windowSeconds && pair.threshold >= LEAST_THRESHOLD,
    );
  const pairs = fixed.length ? fixed : shrunkPairs(windowSeconds);
  return pairs.map(pair => withReach(named(pair), target));
}

/**
 * Marks a pair that a target can never reach: a total outage burns at 1 / (1 - target).
 *
 * @public
 */
export function withReach(pair: BurnPairRule, target: number): BurnPairRule {
  const { unreachable: _, ...rule } = pair;
  return rule.threshold < maximumBurn(target)
    ? rule
    : { ...rule, unreachable: true };
}

/**
 * Burn rate of a total outage.
 *
 * @public
 */
export function maximumBurn(target: number): number {
  return round(1 / (1 - target));
}

function shrunkPairs(windowSeconds: number) {
  const scale = windowSeconds / THIRTY_DAYS;
  return table
    .map(({ severity, share, long, short }) => ({
      severity,
      longSeconds: wholeMinutes(long * scale),
      shortSeconds: wholeMinutes(short * scale),
      threshold: round((share * THIRTY_DAYS) / long),
    }))
    .filter(
      pair =>
        pair.longSeconds >= 300 &&
        pair.shortSeconds < pair.longSeconds &&
        pair.longSeconds < windowSeconds,
    );
}

function named(pair: Omit<BurnPairRule, 'name'>): BurnPairRule {
  return {
    name: `${pair.severity}-${formatDuration(pair.longSeconds)}`,
    ...pair,
  };
}

function wholeMinutes(seconds: number): number {
  return Math.max(60, Math.round(seconds / 60) * 60);
}

/** 0.02 × 30 is not quite 0.6 in binary. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
