import type { TriageCase } from '@ghostlight/plugin-incidents-common';

/** Names in order, the likeliest first; none at all says that nothing is wrong. */
export type Guess = string[];

/** Who has the most alerts. */
export function byAlertCount({ alerts = [] }: TriageCase): Guess {
  const counts = new Map<string, number>();
  for (const { entityRef, count = 1 } of alerts)
    if (entityRef) counts.set(entityRef, (counts.get(entityRef) ?? 0) + count);
  return best(counts);
}

/** Whose change was the last before it began. */
export function byNearestChange(given: TriageCase): Guess {
  const onset = onsetOf(given);
  const ages = new Map<string, number>();
  for (const { entityRef, title, at } of given.changes ?? []) {
    const age = onset - Date.parse(at);
    const name = entityRef ?? title;
    if (age >= 0) ages.set(name, Math.max(ages.get(name) ?? -Infinity, -age));
  }
  return best(ages);
}

/** Below this a mean is as before. */
const leastSigmas = 3;

/** Whose series moved most, in standard deviations of the time before. */
export function byLargestZ(given: TriageCase): Guess {
  const onset = onsetOf(given);
  const highest = new Map<string, number>();
  for (const { entityRef, start, step, values } of given.metrics ?? []) {
    const split = Math.ceil((onset - Date.parse(start)) / step / 1000);
    const before = values.slice(0, Math.max(0, split)).filter(isNumber);
    const during = values.slice(Math.max(0, split)).filter(isNumber);
    if (before.length < 2 || !during.length) continue;
    const mean = meanOf(before);
    const deviation = Math.sqrt(
      meanOf(before.map(value => (value - mean) ** 2)),
    );
    if (!deviation) continue;
    const sigmas = Math.abs(meanOf(during) - mean) / deviation;
    if (sigmas >= leastSigmas)
      highest.set(entityRef, Math.max(highest.get(entityRef) ?? 0, sigmas));
  }
  return best(highest);
}

/** All that a case names; a random order has each first equally often. */
export function namesIn(given: TriageCase): string[] {
  const names = new Set<string>();
  for (const { ref } of given.entities ?? []) names.add(ref);
  for (const { from, to } of given.dependencies ?? []) names.add(from).add(to);
  for (const part of [given.metrics, given.alerts, given.changes, given.logs])
    for (const { entityRef } of part ?? []) if (entityRef) names.add(entityRef);
  return [...names];
}

function onsetOf({ startedAt, alerts = [], metrics = [] }: TriageCase): number {
  if (startedAt) return Date.parse(startedAt);
  if (alerts.length)
    return Math.min(...alerts.map(alert => Date.parse(alert.startsAt)));
  const [first] = metrics;
  return first
    ? Date.parse(first.start) + first.step * first.values.length * 667
    : 0;
}

const isNumber = (value: number | null): value is number => value !== null;
const meanOf = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function best(scores: Map<string, number>): Guess {
  return [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}
