import type { JsonObject } from '@backstage/types';
import type { Verification } from '@ghostlight/plugin-runbooks-common';
import type { StepOutcome } from '@ghostlight/reliability-node';
import type { BurnReader, BurnReading } from './BurnReader';

/** How recoveries are looked for. Milliseconds. */
export interface VerificationConfig {
  /** Between two looks. */
  interval: number;
  /** How much of the time before it a look takes in, at least and at most. */
  leastSpan: number;
  mostSpan: number;
}

/** By how much a burn rate must have grown to count as worse, and to what at least. */
const worseBy = 1.5;
const worseFrom = 2;

export type VerificationVerdict =
  | 'recovered'
  | 'not-recovered'
  | 'worse'
  | 'too-little-traffic'
  | 'not-measured';

/** What was seen so far; kept between looks with the step. */
export interface Verified {
  verdict?: VerificationVerdict;
  /** Since when all is well, without a break. */
  wellSince?: number;
  /** Looks that had enough to tell. */
  looks: number;
  /** Burn rates of the first look that had enough to tell, by objective. */
  first?: Record<string, number>;
  readings: {
    objective: string;
    title: string;
    before?: number;
    now?: number;
    at: number;
  }[];
}

/**
 * One look at what users see. Succeeds when all objectives burn at most `maxBurnRate` for long enough;
 * fails when the time is over without. Data from before `since` count for nothing.
 */
export async function verifyObjectives(options: {
  burn: BurnReader;
  entityRef: string | undefined;
  verification: Verification;
  /** What was seen by the look before. */
  seen: Partial<Verified> | undefined;
  /** Burn rates from before anything was done, by objective. */
  baseline?: Record<string, number>;
  /** Whether these take in time from before the trouble began: they say too little to call it worse. */
  isMixed?: boolean;
  config: VerificationConfig;
  /** Epoch milliseconds. */
  since: number;
  now: number;
}): Promise<StepOutcome> {
  const { burn, entityRef, verification, config, since, now } = options;
  const objectives = verification.objectives?.length
    ? verification.objectives
    : await (entityRef ? burn.objectivesOf(entityRef) : []);
  const seen: Verified = { looks: 0, readings: [], ...options.seen };
  if (!objectives.length)
    return {
      state: 'succeeded',
      text: 'There is no objective by which a recovery could be seen.',
      result: asJson({ ...seen, verdict: 'not-measured' }),
    };
  const isLast = now - since >= verification.withinSeconds * 1000;
  // A reading looks back; what lies before the act says nothing about it.
  const { leastSpan, mostSpan } = config;
  const span = now - since < leastSpan ? 0 : Math.min(mostSpan, now - since);
  const readings: BurnReading[] =
    span > 0 ? await burn.read(objectives, Math.ceil(span / 1000)) : [];
  note(seen, readings, options);
  const isWell =
    seen.wellSince !== undefined &&
    now - seen.wellSince >= verification.steadySeconds * 1000;
  if (isWell)
    return {
      state: 'succeeded',
      text: say(seen),
      result: asJson({ ...seen, verdict: 'recovered' }),
    };
  if (!isLast)
    return {
      state: 'again',
      after: config.interval,
      text: say(seen),
      result: asJson(seen),
    };
  const verdict = endOf(seen, options);
  return verdict === 'too-little-traffic'
    ? {
        state: 'succeeded',
        text: 'Too little traffic to tell',
        result: asJson({ ...seen, verdict }),
      }
    : {
        state: 'failed',
        error: say(seen),
        result: asJson({ ...seen, verdict }),
      };
}

function note(
  seen: Verified,
  readings: BurnReading[],
  options: {
    verification: Verification;
    baseline?: Record<string, number>;
    now: number;
  },
): void {
  const { baseline = {}, now } = options;
  const { maxBurnRate } = options.verification;
  const known = readings.filter(({ burnRate }) => burnRate !== undefined);
  if (known.length)
    seen.first ??= Object.fromEntries(
      known.map(({ objective, burnRate = 0 }) => [objective, burnRate]),
    );
  for (const { objective, title, burnRate } of known) {
    const before = seen.readings.find(one => one.objective === objective);
    if (before) Object.assign(before, { now: burnRate, at: now });
    else
      seen.readings.push({
        objective,
        title,
        before: baseline[objective] ?? burnRate,
        now: burnRate,
        at: now,
      });
  }
  if (!known.length) return;
  seen.looks += 1;
  const isWell = known.every(({ burnRate = 0 }) => burnRate <= maxBurnRate);
  if (!isWell) seen.wellSince = undefined;
  else seen.wellSince ??= now;
}

function endOf(
  seen: Verified,
  options: { verification: Verification; isMixed?: boolean },
): VerificationVerdict {
  if (!seen.looks) return 'too-little-traffic';
  const { maxBurnRate } = options.verification;
  const isWorse = seen.readings.some(({ objective, before = 0, now = 0 }) => {
    const first = seen.first?.[objective] ?? before;
    const least = options.isMixed ? Math.max(before, first) : before;
    return now > maxBurnRate && now >= worseFrom && now > least * worseBy;
  });
  return isWorse ? 'worse' : 'not-recovered';
}

function say({ readings }: Verified): string {
  if (!readings.length) return 'Nothing was measured since';
  return readings
    .map(
      ({ title, before, now }) =>
        `${title}: burn rate ${digits(before)} → ${digits(now)}`,
    )
    .join('; ');
}

function digits(value: number | undefined): string {
  return value === undefined ? '?' : String(Number(value.toPrecision(3)));
}

/** What is not known is left out. */
function asJson(seen: Verified): JsonObject {
  return JSON.parse(JSON.stringify(seen));
}
