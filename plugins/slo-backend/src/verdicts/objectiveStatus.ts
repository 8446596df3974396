import {
  badOf,
  BURN_WINDOWS,
  budgetOf,
  burnRateOf,
  exhaustionOf,
  pairStates,
  verdictOf,
  windowBounds,
  windowName,
  type EpochSeconds,
  type Minute,
  type Objective,
  type ObjectiveStatus,
  type SourceState,
} from '@ghostlight/plugin-slo-common';
import type { JudgedObjective } from './database/readObjectives';
import type { LedgerView, Measured } from './LedgerView';

/** Numbers a verdict depends on. */
export interface Judgement {
  /** Age in seconds from which a measurement is stale. */
  staleAfterSeconds: number;
  /** Bad events in its long window that a pair needs to fire, for objectives that count events. */
  minimumBadEvents: number;
}

/** Where the windows of an objective begin; the last one is now. */
export function windowMinutes(
  { objective }: JudgedObjective,
  now: EpochSeconds,
): Minute[] {
  const to = Math.floor(now / 60);
  const { start } = windowBounds(objective.window, to * 60);
  return [
    ...burnSeconds(objective.pairs).map(
      seconds => to - burnMinutes(objective, seconds),
    ),
    Math.floor(start / 60),
    to,
  ];
}

/** Judges an objective from the totals in view. */
export function objectiveStatus(options: {
  judged: JudgedObjective;
  measured: Measured;
  view: LedgerView;
  now: EpochSeconds;
  judgement: Judgement;
  sourceType: string;
  /** Open alerts' start by pair. */
  firingSince: Map<string, EpochSeconds>;
  spark: (number | null)[];
}): ObjectiveStatus {
  const { judged, measured, view, judgement } = options;
  const { objective } = judged;
  const to = Math.floor(options.now / 60);
  const now = to * 60;
  const bounds = windowBounds(objective.window, now);
  const start = Math.floor(bounds.start / 60);
  const sumsOf = (seconds: number) =>
    view.sums(measured, to - burnMinutes(objective, seconds), to);

  const period = view.sums(measured, start, to);
  const budget = budgetOf({ objective, sums: period, bounds });
  const pairs = pairStates({
    pairs: objective.pairs,
    target: objective.target,
    minimumBadEvents:
      objective.method === 'occurrences' ? judgement.minimumBadEvents : 1,
    sumsOf,
  });
  for (const pair of pairs) {
    const since = options.firingSince.get(pair.name);
    if (pair.state === 'firing') pair.firingSince = since ?? now;
  }
  const asOf = view.asOf(measured, to);
  const source = sourceState(judged, options.sourceType, asOf, to);
  const verdict = verdictOf({
    budget,
    pairs,
    alertBelow: objective.alertBelow,
    asOf,
    now,
    staleAfterSeconds: judgement.staleAfterSeconds,
    sourceFailing: source.state === 'failing',
  });
  const burn = burnSeconds(objective.pairs).map(seconds => {
    const sums = sumsOf(seconds);
    return burnOf(windowName(seconds), seconds, sums, objective.target);
  });
  burn.push(burnOf('period', bounds.seconds, period, objective.target));
  const { window, indicator } = objective;

  return {
    ref: objective.ref,
    documentRef: objective.documentRef,
    entityRef: objective.entityRef,
    ownerRef: judged.ownerRef,
    systemRef: judged.systemRef,
    domainRef: judged.domainRef,
    title: objective.title,
    description: objective.description,
    target: objective.target,
    method: objective.method,
    kind:
      indicator.kind === 'threshold' || indicator.kind === 'composite'
        ? indicator.kind
        : 'ratio',
    window: {
      kind: window.kind,
      seconds: bounds.seconds,
      start: bounds.start,
      end: bounds.end,
      duration: window.duration,
      ...(window.kind === 'calendar' && { timeZone: window.timeZone }),
    },
    ...verdict,
    ...(indicator.kind === 'composite' &&
      verdict.reason === 'never-measured' && { reason: 'composite-member' }),
    budget,
    burn,
    pairs,
    exhaustion: exhaustionOf({
      leftEvents: budget.leftEvents,
      lastHour: sumsOf(3_600),
      horizonSeconds:
        window.kind === 'rolling' ? window.seconds : bounds.end - now,
    }),
    asOf,
    source,
    spark: options.spark,
    policyRef: objective.policyRef,
  };
}

function burnSeconds(
  pairs: { longSeconds: number; shortSeconds: number }[],
): number[] {
  const all = new Set(BURN_WINDOWS);
  for (const pair of pairs) {
    all.add(pair.longSeconds);
    all.add(pair.shortSeconds);
  }
  return [...all].sort((a, b) => a - b);
}

/** A window shorter than a slice looks at the last slice. */
function burnMinutes(
  { timeSlice }: Pick<Objective, 'timeSlice'>,
  seconds: number,
): number {
  return Math.ceil(Math.max(seconds, timeSlice?.seconds ?? 0) / 60);
}

function burnOf(
  window: string,
  seconds: number,
  sums: { good: number; total: number },
  target: number,
): ObjectiveStatus['burn'][number] {
  return {
    window,
    seconds,
    rate: burnRateOf(sums, target),
    total: sums.total,
    bad: badOf(sums),
  };
}

/** Minutes behind from which an objective is said to be catching up. */
const behind = 30;

function sourceState(
  { objective, sampling }: JudgedObjective,
  type: string,
  asOf: EpochSeconds | null,
  now: Minute,
): SourceState {
  const { indicator } = objective;
  const source = { name: indicator.source, type };
  if (sampling.failingSince !== undefined) {
    return {
      ...source,
      state: 'failing',
      reason: sampling.reason,
      message: sampling.message?.slice(0, 500),
      since: sampling.failingSince,
    };
  }
  const asked = indicator.kind !== 'push' && indicator.kind !== 'composite';
  if (
    asked &&
    sampling.sampledTo !== undefined &&
    sampling.sampledTo < now - behind
  ) {
    return { ...source, state: 'back-filling' };
  }
  if (asOf === null) {
    return { ...source, state: 'waiting', reason: sampling.reason };
  }
  return { ...source, state: 'ok' };
}
