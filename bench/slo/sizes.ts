import { quick } from '../shared/quick';

/** Objectives with long history: the evaluation against Prometheus, and the API. */
export const fleetSize = quick ? 1_000 : 10_000;
export const historyDays = quick ? 10 : 90;

/** Objectives whose rules a real Prometheus evaluates. */
export const sampleSize = quick ? 5 : 25;
export const prometheusDays = quick ? 4 : 30;
/** Seconds of evaluating measured in a round. */
export const prometheusSeconds = quick ? 10 : 12;

/** Turns that the two sides take. */
export const rounds = 3;
/** Ticks until all sparklines are there, which are computed once an hour from then on. */
export const warmUpTicks = 6;

/** Growth of a tick. */
export const growthSizes = quick
  ? [200, 1_000, 2_000]
  : [1_000, 10_000, 50_000];
export const growthWarmUp = 1;
export const growthRounds = 3;
export const requestObjectives = 1_000;
