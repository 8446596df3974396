import {
  burnOf,
  countsOf,
  type ObjectiveReader,
  type Reading,
} from '../analysis';
import type { StoredRule } from './WatchRow';

/** What came before the deployment is looked at for so long. */
const beforeMs = 10 * 60_000;
/** Longest span that can be measured at once. */
const longest = 6 * 3_600_000;
const minuteMs = 60_000;

/** Over which time, in epoch milliseconds. */
export interface ObjectiveSpan {
  startedAt: number;
  until: number;
  stepMs: number;
  signal: AbortSignal;
}

/** A rule with its objective's burn rate since the last reading, and with that before the deployment. */
export async function readObjectiveRule(
  reader: ObjectiveReader,
  rule: StoredRule,
  span: ObjectiveSpan,
): Promise<StoredRule> {
  const [added, before] = await Promise.all([
    readNew(reader, rule, span),
    rule.beforeAsked ? undefined : readBefore(reader, rule, span),
  ]);
  const { why: _, ...known } = rule;
  return {
    ...known,
    ...before,
    ...(added.objective && { objective: added.objective }),
    points: [...rule.points, ...added.points],
    ...(added.why && { why: added.why }),
  };
}

async function readNew(
  reader: ObjectiveReader,
  { objective, points }: StoredRule,
  { startedAt, until, stepMs, signal }: ObjectiveSpan,
): Promise<Pick<StoredRule, 'objective' | 'why'> & { points: Reading[] }> {
  const from = Math.max(points.at(-1)?.at ?? startedAt, until - longest);
  // Whole minutes are measured.
  if (until - from < minuteMs) return { points: [] };
  const { ref } = objective!;
  const { data, why } = await reader.measure({ ref, from, to: until }, signal);
  if (!data) return { points: [], ...(why && { why }) };
  const { title, entityRef, target, asOf } = data;
  const found = { objective: { ref, title, entityRef } };
  const end = (asOf ?? 0) * 1000;
  if (end <= from || !(data.total > 0)) return { ...found, points: [] };
  const value = burnOf(countsOf(data), target);
  // Where looks were missed, each of their steps burned as fast as all of them together.
  const steps = Math.max(1, Math.round((end - from) / stepMs));
  return {
    ...found,
    points: Array.from({ length: steps }, (_, n) => ({
      at: Math.round(from + ((end - from) / steps) * (n + 1)),
      value,
    })),
  };
}

/** How fast the budget burned in the ten minutes before the deployment. */
export async function readBefore(
  reader: ObjectiveReader,
  { objective }: StoredRule,
  { startedAt, signal }: Pick<ObjectiveSpan, 'startedAt' | 'signal'>,
): Promise<Pick<StoredRule, 'before' | 'beforeAsked'>> {
  const { data } = await reader.measure(
    { ref: objective!.ref, from: startedAt - beforeMs, to: startedAt },
    signal,
  );
  if (!data) return {};
  return {
    beforeAsked: true,
    ...(data.total > 0 && { before: burnOf(countsOf(data), data.target) }),
  };
}
