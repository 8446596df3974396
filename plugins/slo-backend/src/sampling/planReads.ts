import type { Minute } from '@ghostlight/plugin-slo-common';

/** An objective and the first minute it lacks. */
export interface Pending {
  id: number;
  source: string;
  from: Minute;
}

/** One call of a source: the minutes `from` to `to` of some objectives, each from its own on. */
export interface PlannedRead<T extends Pending> {
  source: string;
  from: Minute;
  to: Minute;
  items: T[];
}

/** Minutes of one call when catching up. */
const day = 1440;
/** Objectives that lack no more than this are asked together, whatever each lacks. */
const recent = 30;
/** Samples, and objectives, of one answer. */
const mostSamples = 500_000;
const mostItems = 5_000;

/**
 * The calls that come next for each source: one for all that are up to date but for the last
 * minutes, and one for the oldest day that any lacks. Objectives of one shape are merged into one
 * query only when they are in one call, so as many as can be are.
 */
export function planReads<T extends Pending>(
  pending: T[],
  to: Minute,
): PlannedRead<T>[] {
  const reads: PlannedRead<T>[] = [];
  for (const [source, items] of groupBySource(pending)) {
    const lacking = items.filter(({ from }) => from < to);
    const near = lacking.filter(({ from }) => from >= to - recent);
    if (near.length) reads.push(readOf(source, near, to));
    const far = lacking.filter(({ from }) => from < to - recent);
    if (far.length) {
      const oldest = far.reduce((least, { from }) => Math.min(least, from), to);
      const end = Math.min(to, (Math.floor(oldest / day) + 1) * day);
      reads.push(
        readOf(
          source,
          far.filter(({ from }) => from < end),
          end,
        ),
      );
    }
  }
  return reads.flatMap(split);
}

function readOf<T extends Pending>(
  source: string,
  items: T[],
  to: Minute,
): PlannedRead<T> {
  const from = items.reduce((least, item) => Math.min(least, item.from), to);
  return { source, from, to, items };
}

function split<T extends Pending>(read: PlannedRead<T>): PlannedRead<T>[] {
  const { from, to, items } = read;
  const size = Math.max(
    1,
    Math.min(mostItems, Math.floor(mostSamples / (to - from))),
  );
  const parts: PlannedRead<T>[] = [];
  for (let at = 0; at < items.length; at += size) {
    parts.push({ ...read, items: items.slice(at, at + size) });
  }
  return parts;
}

/** What concerns each source, in the order it was in. */
export function groupBySource<T extends { source: string }>(
  items: T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.source);
    if (group) group.push(item);
    else groups.set(item.source, [item]);
  }
  return groups;
}
