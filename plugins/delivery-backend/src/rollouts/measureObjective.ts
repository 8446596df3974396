import type { Comparison } from '@ghostlight/plugin-delivery-common';
import type { Measurement } from '@ghostlight/plugin-slo-common';
import {
  allowedOf,
  burnOf,
  countsOf,
  countsSince,
  highestCounts,
  noCounts,
  type CanaryTestState,
  type Counts,
  type ObjectiveReader,
} from '../analysis';
import type { ObjectiveGate } from '../strategies';
import { judgeSplit, judgeWhole, lookWhole, testOf } from './judgeObjective';
import type { Measured } from './measure';
import type { RolloutSettings } from './readRolloutSettings';
import type { ObjectiveWatch } from './RolloutRow';
import { sayObjective, sayUnmeasured, sayWhole } from './sayObjective';

/** What a look at an objective found, and what is to be kept of it. */
export interface ObjectiveLook {
  row: Comparison;
  /** Of the step. */
  step: ObjectiveWatch;
  /** Of the rollout. */
  test?: CanaryTestState;
}

interface Looking {
  reader: ObjectiveReader;
  settings: RolloutSettings;
  measured: Measured;
  gate: ObjectiveGate;
  before: ObjectiveWatch;
  test?: CanaryTestState;
}

const nothingCounted: ObjectiveWatch = { canary: noCounts, baseline: noCounts };

/**
 * Reads and judges one objective: of the new version beside the old one, or, where nothing tells them
 * apart, of both together since the step began.
 */
export async function measureObjective(
  reader: ObjectiveReader,
  settings: RolloutSettings,
  measured: Measured,
  gate: ObjectiveGate,
): Promise<ObjectiveLook> {
  const { objective: ref } = gate;
  const before = measured.objectives?.[ref] ?? nothingCounted;
  const test = measured.tests?.[ref];
  const looking = { reader, settings, measured, gate, before, test };
  const { canary } = measured;
  if (!Object.keys(canary).length) return readWhole(looking);
  const [ours, theirs] = await Promise.all([
    readNew(looking),
    readOld(looking),
  ]);
  const { data } = ours;
  if (!data) return unread(looking, ours.why);
  const { unavailable } = data;
  if (unavailable?.reason === 'source-failed')
    return unread(looking, unavailable.message, data);
  if (unavailable) return readWhole(looking);
  const isSeen =
    data.total > 0 ||
    before.canary.total > 0 ||
    (measured.historyUntil === undefined && (theirs.data?.total ?? 0) > 0);
  if (!isSeen) {
    // Where only the whole has numbers, the series do not have the labels.
    const whole = await ask(looking, {});
    if ((whole.data?.total ?? 0) > 0) return readWhole(looking);
  }
  const isComparable = theirs.data && !theirs.data.unavailable;
  return judgeTwo(looking, data, isComparable ? theirs.data : undefined);
}

function judgeTwo(
  { settings, measured, gate, before, test }: Looking,
  ours: Measurement,
  theirs: Measurement | undefined,
): ObjectiveLook {
  const { alpha, tolerated } = settings;
  const { target, unit } = ours;
  const max = gate.maxBurnRate * allowedOf(target);
  const step = {
    canary: highestCounts(countsOf(ours), before.canary),
    baseline: highestCounts(
      theirs ? countsOf(theirs) : noCounts,
      before.baseline,
    ),
  };
  const after = testOf({ alpha, tolerated, max }, test).look({
    canary: countsSince(step.canary, before.canary),
    baseline: theirs ? countsSince(step.baseline, before.baseline) : noCounts,
  });
  const verdict = judgeSplit(after, { unit, max });
  const { canary, baseline } = after.state;
  return {
    row: {
      ...namesOf(gate, measured, ours),
      verdict: verdict.verdict,
      said: sayObjective(verdict, {
        title: ours.title,
        maxBurnRate: gate.maxBurnRate,
        target,
        canary,
        baseline,
      }),
      canary: sideOf(canary, target),
      ...(baseline.total > 0 && { baseline: sideOf(baseline, target) }),
    },
    step,
    test: after.state,
  };
}

async function readWhole(looking: Looking): Promise<ObjectiveLook> {
  const { gate, measured, before, settings, test } = looking;
  const { data, why } = await ask(looking, {});
  if (!data) return unread(looking, why);
  const { target, unit } = data;
  const { alpha } = settings;
  const max = gate.maxBurnRate * allowedOf(target);
  const known = before.whole?.canary ?? noCounts;
  const counted = highestCounts(countsOf(data), known);
  const whole = lookWhole(
    { alpha, max },
    countsSince(counted, known),
    before.whole,
  );
  const kept = { step: { ...before, whole }, ...(test && { test }) };
  const verdict = judgeWhole(whole, { unit, max, alpha });
  return {
    ...kept,
    row: {
      ...namesOf(gate, measured, data),
      verdict: verdict.verdict,
      said: sayWhole(verdict, {
        title: data.title,
        maxBurnRate: gate.maxBurnRate,
        target,
        counts: whole.canary,
      }),
      canary: sideOf(whole.canary, target),
    },
  };
}

/** A version that has failed stays so, though nothing can be read now. */
function unread(
  { gate, measured, before, test }: Looking,
  why: string | undefined,
  data?: Measurement,
): ObjectiveLook {
  const names = namesOf(gate, measured, data);
  const hasFailed = test?.failed ?? before.whole?.failed;
  return {
    row: {
      ...names,
      verdict: hasFailed ? 'fail' : 'no-data',
      said: sayUnmeasured(names.title, why),
    },
    step: before,
    ...(test && { test }),
  };
}

function readNew(looking: Looking) {
  return ask(looking, { labels: looking.measured.canary });
}

/** The old version beside the new one; or, where all traffic moves at once, the time up to then. */
function readOld(looking: Looking) {
  const { baseline, historyUntil, startedAt, now } = looking.measured;
  return historyUntil === undefined
    ? ask(looking, Object.keys(baseline).length ? { labels: baseline } : {})
    : ask(looking, {
        from: historyUntil - (now - startedAt),
        to: historyUntil,
      });
}

/** Longest span that can be measured, in milliseconds; of a longer step its last part counts. */
const longest = 6 * 3_600_000;

function ask(
  { reader, gate, measured }: Looking,
  more: { labels?: Record<string, string>; from?: number; to?: number },
) {
  const { startedAt, signal } = measured;
  const { from = startedAt, to = measured.now, ...rest } = more;
  return reader.measure(
    { ref: gate.objective, from: Math.max(from, to - longest), to, ...rest },
    signal,
  );
}

function namesOf(
  { objective: ref, maxBurnRate }: ObjectiveGate,
  { now }: Measured,
  data: Measurement | undefined,
): Pick<Comparison, 'title' | 'objective' | 'threshold' | 'at'> & {
  title: string;
} {
  const title = data?.title ?? ref;
  return {
    title,
    objective: { ref, title, ...(data && { entityRef: data.entityRef }) },
    threshold: maxBurnRate,
    at: new Date(now).toISOString(),
  };
}

function sideOf(counts: Counts, target: number): { value?: number; n: number } {
  return {
    ...(counts.total > 0 && { value: burnOf(counts, target) }),
    n: Math.round(counts.total),
  };
}
