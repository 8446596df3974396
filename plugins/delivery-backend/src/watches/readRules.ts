import type { Entity } from '@backstage/catalog-model';
import type { MetricName } from '@ghostlight/plugin-delivery-common';
import type { MetricReader, ObjectiveReader, Reading } from '../analysis';
import { readObjectiveRule } from './readObjectiveRule';
import type { StoredRule } from './WatchRow';

/** What came before the deployment is looked at for so long. */
const beforeMs = 10 * 60_000;
/** Readings of it that make a mean. */
const leastBefore = 3;
/** Readings that are kept of one rule, at most. */
const mostPoints = 1_500;

/** Which version is read, and over which time. Epoch milliseconds. */
export interface ReadSpan {
  entity: Entity;
  environment: string;
  startedAt: number;
  /** Now, or the end of the watch. */
  until: number;
  stepMs: number;
  signal: AbortSignal;
}

/** Whom to ask. */
export interface Readers {
  metrics: MetricReader;
  objectives: ObjectiveReader;
}

/** The rules with the readings since the last ones; what is not answered is asked for again later. */
export async function readRules(
  { metrics, objectives }: Readers,
  rules: StoredRule[],
  span: ReadSpan,
): Promise<StoredRule[]> {
  return Promise.all(
    rules.map(async rule => {
      const { metric } = rule;
      if (rule.own) return rule;
      if (!metric) return readObjectiveRule(objectives, rule, span);
      const [added, before] = await Promise.all([
        readNew(metrics, { ...rule, metric }, span),
        rule.beforeAsked ? undefined : readBefore(metrics, { metric }, span),
      ]);
      const { why: _, ...known } = rule;
      return {
        ...known,
        ...before,
        points: [...rule.points, ...added.points].slice(-mostPoints),
        ...(added.why && { why: added.why }),
      };
    }),
  );
}

async function readNew(
  metrics: MetricReader,
  { metric, points }: Pick<StoredRule, 'points'> & { metric: MetricName },
  { entity, environment, startedAt, until, stepMs, signal }: ReadSpan,
): Promise<{ points: Reading[]; why?: string }> {
  const last = points.at(-1)?.at;
  const from = (last ?? startedAt) + stepMs;
  if (from > until) return { points: [] };
  const answer = await metrics.values(
    { entity, environment, metric, from, to: until, stepMs },
    signal,
  );
  if (!answer.data)
    return { points: [], ...(answer.why && { why: answer.why }) };
  return {
    points: answer.data
      .filter(({ at }) => at > (last ?? startedAt) && at <= until)
      .map(({ at, value }) => ({ at, value })),
  };
}

async function readBefore(
  metrics: MetricReader,
  { metric }: { metric: MetricName },
  { entity, environment, startedAt, stepMs, signal }: ReadSpan,
): Promise<Pick<StoredRule, 'before' | 'beforeAsked'>> {
  const { data } = await metrics.values(
    {
      entity,
      environment,
      metric,
      from: startedAt - beforeMs,
      to: startedAt - stepMs,
      stepMs: Math.min(stepMs, 60_000),
    },
    signal,
  );
  if (!data) return {};
  if (data.length < leastBefore) return { beforeAsked: true };
  const sum = data.reduce((total, { value }) => total + value, 0);
  return { beforeAsked: true, before: sum / data.length };
}
