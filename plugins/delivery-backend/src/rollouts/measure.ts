import type { Entity } from '@backstage/catalog-model';
import type { Comparison } from '@ghostlight/plugin-delivery-common';
import {
  CanaryTest,
  countsSince,
  highestCounts,
  judgeReadings,
  metricWords,
  noCounts,
  rateOf,
  type CanaryTestState,
  type Counts,
  type MetricReader,
  type ObjectiveReader,
} from '../analysis';
import type { MetricGate, StrategyGate } from '../strategies';
import { measureObjective } from './measureObjective';
import type { RolloutSettings } from './readRolloutSettings';
import type { ObjectiveWatch } from './RolloutRow';
import { sayErrors, sayGate, sayNoData } from './sayComparison';

/** Which version is looked at, beside which, since when. */
export interface Measured {
  entity: Entity;
  environment: string;
  /** Labels that tell the versions. */
  canary: Record<string, string>;
  baseline: Record<string, string>;
  /** Where all traffic moves at once, the time up to then is what the new version is held to. */
  historyUntil?: number;
  gates: StrategyGate[];
  /** Epoch milliseconds. */
  startedAt: number;
  now: number;
  /** Milliseconds of the whole watch. */
  span: number;
  /** What was counted up to the last look. */
  before: { canary: Counts; baseline: Counts };
  test?: CanaryTestState;
  /** The same of objectives, by ref. */
  objectives?: Record<string, ObjectiveWatch>;
  tests?: Record<string, CanaryTestState>;
  signal: AbortSignal;
}

/** What a look found. */
export interface Look {
  analysis: Comparison[];
  test?: CanaryTestState;
  counted: {
    canary: Counts;
    baseline: Counts;
    objectives?: Record<string, ObjectiveWatch>;
  };
  tests?: Record<string, CanaryTestState>;
}

/** Whom to ask. */
interface Readers {
  metrics: MetricReader;
  objectives: ObjectiveReader;
}

/** Reads and judges all gates, side by side. */
export async function measure(
  { metrics, objectives }: Readers,
  settings: RolloutSettings,
  measured: Measured,
): Promise<Look> {
  const { gates, before, test } = measured;
  const shared = shareBound(settings, gates);
  const look: Look = { analysis: [], test, counted: before };
  const kept: Required<Pick<Measured, 'objectives' | 'tests'>> = {
    objectives: {},
    tests: {},
  };
  look.analysis = await Promise.all(
    gates.map(async gate => {
      if (gate.objective !== undefined) {
        const found = await measureObjective(
          objectives,
          shared,
          measured,
          gate,
        );
        kept.objectives[gate.objective] = found.step;
        if (found.test) kept.tests[gate.objective] = found.test;
        return found.row;
      }
      return gate.metric === 'error_rate'
        ? measureErrors(metrics, shared, measured, gate, look)
        : measureGate(metrics, settings, measured, gate);
    }),
  );
  if (Object.keys(kept.objectives).length) {
    look.counted = { ...look.counted, objectives: kept.objectives };
    look.tests = kept.tests;
  }
  return look;
}

/** Each test gets its share of the healthy versions that may be sent back: together they keep to the bound. */
function shareBound(
  settings: RolloutSettings,
  gates: StrategyGate[],
): RolloutSettings {
  const tests = gates.filter(
    ({ metric, objective }) => metric === 'error_rate' || objective,
  );
  return { ...settings, alpha: settings.alpha / Math.max(1, tests.length) };
}

async function measureErrors(
  metrics: MetricReader,
  { alpha, tolerated }: RolloutSettings,
  measured: Measured,
  gate: MetricGate,
  look: Look,
): Promise<Comparison> {
  const { entity, environment, canary, baseline, startedAt, now } = measured;
  const ask = { entity, environment, from: startedAt, to: now };
  const { historyUntil } = measured;
  const [ours, theirs] = await Promise.all([
    metrics.counts({ ...ask, selector: canary }, measured.signal),
    metrics.counts(
      historyUntil === undefined
        ? { ...ask, selector: baseline }
        : {
            ...ask,
            from: historyUntil - (now - startedAt),
            to: historyUntil,
          },
      measured.signal,
    ),
  ]);
  const { max = 1, metric } = gate;
  const options = { alpha, tolerated, max };
  const known = CanaryTest.create(options, look.test);
  const at = new Date(now).toISOString();
  const title = metricWords[metric].title;
  if (!ours.data) {
    return {
      metric,
      title,
      verdict: known.judge().verdict === 'fail' ? 'fail' : 'no-data',
      said: sayNoData(metric, ours.why),
      threshold: max,
      at,
    };
  }
  const { before } = measured;
  // Without the old version's numbers of the same time there is nothing to compare with.
  const counted = {
    canary: highestCounts(ours.data, before.canary),
    baseline: highestCounts(theirs.data ?? noCounts, before.baseline),
  };
  const after = known.look({
    canary: countsSince(counted.canary, before.canary),
    baseline: theirs.data
      ? countsSince(counted.baseline, before.baseline)
      : noCounts,
  });
  Object.assign(look, { counted, test: after.state });
  const verdict = after.judge();
  return {
    metric,
    title,
    verdict: verdict.verdict,
    said: sayErrors(verdict, after.state, max),
    canary: sideOf(after.state.canary),
    baseline: sideOf(after.state.baseline),
    threshold: max,
    at,
  };
}

async function measureGate(
  metrics: MetricReader,
  { gateFor }: RolloutSettings,
  measured: Measured,
  gate: MetricGate,
): Promise<Comparison> {
  const { entity, environment, startedAt, now, span, signal } = measured;
  const { metric, max, min } = gate;
  const threshold = (max ?? min)!;
  // A short watch still has to be able to fail.
  const forMs = Math.max(2_000, Math.min(gateFor, span / 2));
  const stepMs = Math.max(1_000, Math.floor(forMs / 4));
  const ask = { entity, environment, metric, from: startedAt, to: now, stepMs };
  const [ours, theirs] = await Promise.all([
    metrics.values({ ...ask, selector: measured.canary }, signal),
    measured.historyUntil === undefined
      ? metrics.values({ ...ask, selector: measured.baseline }, signal)
      : { data: undefined },
  ]);
  const common = {
    metric,
    title: metricWords[metric].title,
    threshold,
    at: new Date(now).toISOString(),
  };
  if (!ours.data?.length)
    return {
      ...common,
      verdict: 'no-data',
      said: sayNoData(metric, ours.data ? 'there is no reading yet' : ours.why),
    };
  const verdict = judgeReadings(ours.data, {
    comparison: max === undefined ? '<=' : '>=',
    threshold,
    forMs,
    stepMs,
  });
  const old = theirs.data?.at(-1);
  return {
    ...common,
    verdict: (
      { broken: 'fail', breaking: 'undecided', holding: 'pass' } as const
    )[verdict.state as 'broken' | 'breaking' | 'holding'],
    said: sayGate(gate, verdict, forMs),
    canary: { value: verdict.final, n: verdict.n },
    ...(old && { baseline: { value: old.value, n: theirs.data!.length } }),
  };
}

function sideOf(counts: Counts): { value?: number; n: number } {
  return {
    ...(counts.total > 0 && { value: rateOf(counts) }),
    n: Math.round(counts.total),
  };
}
