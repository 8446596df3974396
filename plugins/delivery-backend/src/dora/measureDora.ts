import type { DoraMetric } from '@ghostlight/plugin-delivery-common';
import {
  countInterval,
  medianInterval,
  say,
  shareInterval,
} from '@ghostlight/reliability-node';
import { quantileSorted } from 'simple-statistics';
import { definitions, targets, type DoraName } from './definitions';
import type { Release } from './Release';

/** Below this a number says more about chance than about the team. */
const enoughFrom = 10;

const day = 24 * 3600_000;

/** A span of time with what was released in it, for the trend. */
interface Span {
  from: number;
  to: number;
  releases: Release[];
}

/** One value of a metric with what it was counted from. */
interface Measured {
  value?: number;
  n: number;
  low?: number;
  high?: number;
  median?: number;
  p90?: number;
}

type Measure = (span: Span) => Measured;

/**
 * The five metrics of DORA, from releases of one or more entities, the earliest first by entity. What
 * counts as failed was observed (rollbacks, incidents, budget burned), never guessed.
 */
export function measureDora(
  releases: Release[],
  from: number,
  to: number,
): Record<DoraName, DoraMetric> {
  const rework = reworkOf(releases);
  const measures: Record<DoraName, Measure> = {
    deploymentFrequency: span => frequencyOf(span),
    leadTime: span =>
      durationsOf(
        deployed(span.releases).flatMap(({ commitAt, finishedAt }) =>
          commitAt !== undefined && finishedAt >= commitAt
            ? [finishedAt - commitAt]
            : [],
        ),
      ),
    changeFailureRate: span => {
      const tried = span.releases.filter(({ kind }) => kind === 'deployment');
      return shareOf(tried.filter(({ failed }) => failed).length, tried.length);
    },
    recoveryTime: span =>
      durationsOf(
        span.releases.flatMap(({ failed, failedAt, recoveredAt }) =>
          failed && recoveredAt !== undefined && recoveredAt >= failedAt
            ? [recoveredAt - failedAt]
            : [],
        ),
      ),
    reworkRate: span =>
      shareOf(
        span.releases.filter(({ id }) => rework.has(id)).length,
        span.releases.length,
      ),
  };
  const whole = { from, to, releases };
  const spans = spansOf(releases, from, to);
  const result = {} as Record<DoraName, DoraMetric>;
  for (const name of Object.keys(measures) as DoraName[]) {
    const measure = measures[name];
    result[name] = describe(name, measure(whole), spans, measure);
  }
  return result;
}

function describe(
  name: DoraName,
  measured: Measured,
  spans: Span[],
  measure: Measure,
): DoraMetric {
  const { target, unit, higherIsBetter } = targets[name];
  const { value } = measured;
  const meets =
    value === undefined ? undefined : isMet(value, target, higherIsBetter);
  return {
    ...measured,
    unit,
    target,
    ...(meets !== undefined && { meets }),
    said: saidOf(measured, meets),
    definition: definitions[name],
    trend: spans.map(span => {
      const { value: then, n } = measure(span);
      return {
        from: new Date(span.from).toISOString(),
        to: new Date(span.to).toISOString(),
        n,
        ...(then !== undefined && { value: then }),
      };
    }),
  };
}

function isMet(
  value: number,
  target: number,
  higherIsBetter: boolean,
): boolean {
  return higherIsBetter ? value >= target : value <= target;
}

function saidOf({ value, n }: Measured, meets: boolean | undefined) {
  if (value === undefined)
    return say(
      'dora.not-enough',
      `Not enough data: ${n} counted, ${enoughFrom} needed.`,
      { n, needed: enoughFrom },
    );
  return meets
    ? say('dora.meets', `Meets the target (n ${n}).`, { n })
    : say('dora.misses', `Misses the target (n ${n}).`, { n });
}

function frequencyOf({ releases, from, to }: Span): Measured {
  const n = deployed(releases).length;
  const days = (to - from) / day;
  const [low, high] = countInterval(n);
  return { value: n / days, n, low: low / days, high: high / days };
}

function shareOf(count: number, n: number): Measured {
  if (n < enoughFrom) return { n };
  const [low, high] = shareInterval(count, n);
  const value = count / n;
  // Of none and of all the interval ends at the value, but for the last digit.
  return { value, n, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Seconds; the median stands for them, since a few long ones would carry a mean away. */
function durationsOf(durations: number[]): Measured {
  const n = durations.length;
  if (n < enoughFrom) return { n };
  const sorted = durations.map(ms => ms / 1000).sort((a, b) => a - b);
  const median = quantileSorted(sorted, 0.5);
  const [low, high] = medianInterval(sorted);
  return {
    value: median,
    n,
    low,
    high,
    median,
    p90: quantileSorted(sorted, 0.9),
  };
}

function deployed(releases: Release[]): Release[] {
  return releases.filter(
    ({ kind, succeeded }) => kind === 'deployment' && succeeded,
  );
}

/** Releases that came because the one before them had failed: rollbacks and fixes. */
function reworkOf(releases: Release[]): Set<string> {
  const rework = new Set<string>();
  let before: Release | undefined;
  for (const release of releases) {
    const follows = before?.entityRef === release.entityRef && before.failed;
    if (release.kind === 'rollback' || follows) rework.add(release.id);
    before = release;
  }
  return rework;
}

/** At most thirteen spans: weeks of a quarter, months of a year. */
function spansOf(releases: Release[], from: number, to: number): Span[] {
  const days = (to - from) / day;
  const step = [1, 7, 28, 91].find(length => days / length <= 13) ?? 91;
  const spans: Span[] = [];
  for (let start = from; start < to; start += step * day)
    spans.push({
      from: start,
      to: Math.min(start + step * day, to),
      releases: [],
    });
  for (const release of releases)
    spans[Math.floor((release.startedAt - from) / (step * day))]?.releases.push(
      release,
    );
  return spans;
}
