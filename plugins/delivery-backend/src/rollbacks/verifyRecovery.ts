import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { SliReading } from '@ghostlight/plugin-delivery-common';
import type { MetricSource } from '@ghostlight/plugin-delivery-node';
import type { StepContext, StepOutcome } from '@ghostlight/reliability-node';
import type { VerificationConfig } from './VerificationConfig';

/** How far back “before” goes from the start of the rollback. */
const beforeMs = 5 * 60_000;
/** What a look looks at. */
const lookMs = 60_000;

/** What was seen so far; kept between looks with the step. */
export interface Seen {
  errorBefore?: number;
  latencyBefore?: number;
  errorWorst?: number;
  latencyWorst?: number;
  errorNow?: number;
  latencyNow?: number;
  at?: number;
  /** Good looks in a row. */
  good: number;
  /** Looks in which there was enough traffic. */
  looks: number;
  /** Looks in which anything was measured at all. */
  measured: number;
  /** Why the last one measured nothing. */
  why?: string;
}

const nothingSeen: Seen = { good: 0, looks: 0, measured: 0 };

/**
 * One look at what users see since the version is back. Succeeds after enough good looks in a row, fails
 * when the window is over without; says so when there is too little traffic to tell, or no measurement.
 */
export async function verifyRecovery(
  context: StepContext,
  options: {
    entity: Entity | undefined;
    environment: string;
    sources: ReadonlyMap<string, MetricSource>;
    config: VerificationConfig;
  },
): Promise<StepOutcome> {
  const { run, step, signal } = context;
  const { entity, environment, sources, config } = options;
  if (!entity || !sources.size)
    return {
      state: 'succeeded',
      text: sources.size
        ? 'the catalog does not know the entity any more'
        : 'no source of metrics is installed',
      result: { verdict: 'not-measured' },
    };
  const now = context.now();
  const seen: Seen = { ...nothingSeen, ...(step.result as Partial<Seen>) };
  const ask = { entity, environment, signal };
  const started = step.startedAt ?? now;
  const { interval, window } = config;
  if (seen.errorBefore === undefined) {
    const to = run.startedAt ?? started;
    const before = await read(sources, { ...ask, from: to - beforeMs, to });
    Object.assign(seen, {
      errorBefore: before.error,
      latencyBefore: before.latency,
    });
  }
  // There has to be something to look at.
  if (now - started < interval)
    return { state: 'again', after: interval, result: asJson(seen) };
  const current = await read(sources, {
    ...ask,
    // Requests of the time before it was back do not count against it.
    from: Math.max(started, now - lookMs),
    to: now,
  });
  note(seen, current, now, config);
  const result = asJson(seen);
  if (seen.good >= config.looks)
    return { state: 'succeeded', result: { ...result, verdict: 'recovered' } };
  if (now - started < window)
    return { state: 'again', after: interval, result, text: say(seen) };
  if (!seen.measured)
    return {
      state: 'succeeded',
      result: { ...result, verdict: 'not-measured' },
      text: seen.why,
    };
  if (!seen.looks)
    return {
      state: 'succeeded',
      result: { ...result, verdict: 'no-traffic' },
      text: 'Too little traffic to tell',
    };
  return {
    state: 'failed',
    result: { ...result, verdict: 'not-recovered' },
    error: say(seen),
  };
}

/** Adds a look. */
function note(
  seen: Seen,
  { error, latency, total, why }: Reading,
  at: number,
  config: VerificationConfig,
): void {
  Object.assign(seen, { errorNow: error, latencyNow: latency, at, why });
  seen.errorWorst = most(seen.errorWorst, seen.errorBefore, error);
  seen.latencyWorst = most(seen.latencyWorst, seen.latencyBefore, latency);
  if (total !== undefined) seen.measured += 1;
  if (total === undefined || total < config.leastRequests) return;
  const isWell =
    (error ?? 0) <= config.errorRate && (latency ?? 0) <= config.latencyP95;
  seen.looks += 1;
  seen.good = isWell ? seen.good + 1 : 0;
}

/** What is not known is left out. */
function asJson(seen: Seen): JsonObject {
  return JSON.parse(JSON.stringify(seen));
}

function say({ errorBefore, errorNow, latencyNow }: Seen): string {
  const share = (value: number | undefined) =>
    value === undefined ? '?' : `${Math.round(value * 1000) / 10} %`;
  const slow =
    latencyNow === undefined ? '' : `, p95 ${latencyNow.toFixed(2)} s`;
  return `errors ${share(errorBefore)} → ${share(errorNow)}${slow}`;
}

interface Reading {
  error?: number;
  latency?: number;
  /** Left out when nothing was measured. */
  total?: number;
  why?: string;
}

/** From the first source that measures the entity. */
async function read(
  sources: ReadonlyMap<string, MetricSource>,
  question: {
    entity: Entity;
    environment: string;
    from: number;
    to: number;
    signal: AbortSignal;
  },
): Promise<Reading> {
  let why = 'no source of metrics measures the entity';
  for (const source of sources.values()) {
    try {
      const [counts, latencies] = await Promise.all([
        source.counts({ ...question, metric: 'error_rate' }),
        source.values({ ...question, metric: 'latency_p95', stepMs: 15_000 }),
      ]);
      if (!counts) continue;
      return {
        total: counts.total,
        ...(counts.total > 0 && { error: counts.bad / counts.total }),
        ...(latencies?.length && { latency: latencies.at(-1)!.value }),
      };
    } catch (error) {
      why = `${source.title}: ${(error as Error).message}`;
    }
  }
  return { why };
}

function most(...values: (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined);
  return known.length ? Math.max(...known) : undefined;
}

/** The readings for people. */
export function readingsOf(
  seen: Partial<Seen> | undefined,
  config: VerificationConfig,
): SliReading[] {
  if (!seen?.at) return [];
  const at = new Date(seen.at).toISOString();
  const one = (
    name: string,
    unit: SliReading['unit'],
    values: (number | undefined)[],
    limit: number,
  ): SliReading => {
    const [before, worst, now] = values;
    return {
      name,
      unit,
      at,
      ...(before !== undefined && { before }),
      ...(worst !== undefined && { worst }),
      ...(now !== undefined && { now, good: now <= limit }),
    };
  };
  return [
    one(
      'error_rate',
      'ratio',
      [seen.errorBefore, seen.errorWorst, seen.errorNow],
      config.errorRate,
    ),
    one(
      'latency_p95',
      'seconds',
      [seen.latencyBefore, seen.latencyWorst, seen.latencyNow],
      config.latencyP95,
    ),
  ];
}
