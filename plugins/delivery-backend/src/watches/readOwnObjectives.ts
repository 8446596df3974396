import type { BurnPair, ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { say } from '@ghostlight/reliability-node';
import type { ObjectiveReader } from '../analysis';
import { readBefore } from './readObjectiveRule';
import type { OwnVerdict, StoredRule } from './WatchRow';

/** Whose objectives, and since when they count. */
export interface OwnSpan {
  entityRef: string;
  /** Epoch milliseconds. */
  startedAt: number;
  signal: AbortSignal;
}

/** Readings that are kept of one rule, at most. */
const mostPoints = 1_500;

/**
 * The rules with one for each objective of the entity that can burn fast enough to page somebody, by the
 * verdict that it has in any case. What a rule is written for stays with that rule.
 */
export async function readOwnObjectives(
  reader: ObjectiveReader,
  rules: StoredRule[],
  span: OwnSpan,
): Promise<StoredRule[]> {
  const { data } = await reader.ofEntity(span.entityRef, span.signal);
  if (!data) return rules;
  const written = rules.filter(({ own }) => !own);
  const isWritten = new Set(written.flatMap(({ objective }) => objective?.ref));
  const known = new Map(
    rules.flatMap(rule => (rule.own ? [[rule.objective!.ref, rule]] : [])),
  );
  const own = await Promise.all(
    data
      .filter(({ ref }) => !isWritten.has(ref))
      .map(status => readOwn(reader, status, known.get(status.ref), span)),
  );
  return [...written, ...own.flatMap(rule => rule ?? [])];
}

async function readOwn(
  reader: ObjectiveReader,
  status: ObjectiveStatus,
  known: StoredRule | undefined,
  span: OwnSpan,
): Promise<StoredRule | undefined> {
  const pages = status.pairs.filter(
    ({ severity, state }) => severity === 'page' && state !== 'unreachable',
  );
  const firing = pages.filter(({ state }) => state === 'firing');
  const pair = firing[0] ?? pages[0];
  if (!pair) return undefined;
  const { ref, title, entityRef, asOf } = status;
  const rule: StoredRule = {
    state: 'no-data',
    said: say('watch.rule.first', 'There is no reading yet.'),
    ...known,
    objective: { ref, title, entityRef },
    comparison: '>=',
    threshold: pair.threshold,
    forMinutes: minutesOf(pair.short),
    severity: 'critical',
    points: addPoint(known?.points ?? [], pair, asOf, span.startedAt),
    own: verdictOf(pair, firing),
  };
  const isNew =
    rule.own!.since !== undefined && rule.own!.since >= span.startedAt;
  // The alert may have come after what it is about: the time before the deployment tells.
  return isNew && !rule.beforeAsked
    ? { ...rule, ...(await readBefore(reader, rule, span)) }
    : rule;
}

function verdictOf(pair: BurnPair, firing: BurnPair[]): OwnVerdict {
  const { long, state } = pair;
  if (!firing.length)
    return {
      state: state === 'almost' || state === 'no-data' ? state : 'quiet',
      long,
    };
  // That it burns even faster now is no beginning.
  const since = Math.min(
    ...firing.map(({ firingSince = 0 }) => firingSince * 1000),
  );
  return { state: 'firing', long, since };
}

function addPoint(
  points: StoredRule['points'],
  { longRate }: BurnPair,
  asOf: number | null,
  startedAt: number,
): StoredRule['points'] {
  const at = (asOf ?? 0) * 1000;
  if (longRate === null || at <= (points.at(-1)?.at ?? startedAt))
    return points;
  return [...points, { at, value: longRate }].slice(-mostPoints);
}

const unitMinutes: Record<string, number> = {
  s: 1 / 60,
  m: 1,
  h: 60,
  d: 1_440,
  w: 10_080,
};

/** Of `5m`, `1h30m`. */
function minutesOf(text: string): number {
  let minutes = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([smhdw])/g))
    minutes += Number(count) * unitMinutes[unit];
  return minutes || 1;
}
