import type { Facts } from '../facts/Facts';
import type { Prepared } from './prepareValues';
import { shiftOf } from './shiftOf';

/** A shift smaller than this, in standard deviations, does not vote. */
const leastShift = 1.6;
const shiftFull = 8;
/** So much earlier than it is noticed an incident may begin. */
const longestBefore = 2 * 3_600_000;

export interface Onset {
  at: number;
  how: 'given' | 'alerts' | 'series' | 'logs' | 'end';
}

/**
 * When it began. What is told counts, unless clearly more entities shifted at one time before; alerts
 * are always late, so there the series need less to say for an earlier time. Each entity has one vote:
 * the time of its largest shift.
 */
export function onsetOf(
  facts: Facts,
  prepared: (Prepared | undefined)[],
): Onset {
  const told = toldOnset(facts);
  const votes = votesOf(facts, prepared);
  const near = nearnessOf(prepared);
  if (!told) {
    const best = strongest(votes, near);
    if (best) return { at: best.at, how: 'series' };
    const log = facts.logs.find(({ isError }) => isError);
    return log ? { at: log.at, how: 'logs' } : { at: facts.at, how: 'end' };
  }
  const earlier = strongest(
    votes.filter(
      ({ at }) => at < told.at - near && at > told.at - longestBefore,
    ),
    near,
  );
  if (!earlier) return told;
  const there = supportAt(votes, told.at, near);
  const needed = told.how === 'given' ? 2 * there + 1.5 : 0.8 * there + 0.5;
  return earlier.support > needed ? { at: earlier.at, how: 'series' } : told;
}

function toldOnset({ startedAt, alerts }: Facts): Onset | undefined {
  if (startedAt !== undefined) return { at: startedAt, how: 'given' };
  const serious = alerts.filter(({ weight }) => weight > 0.3);
  const [first] = serious.length ? serious : alerts;
  return first && { at: first.at, how: 'alerts' };
}

interface Vote {
  at: number;
  weight: number;
}

function votesOf(facts: Facts, prepared: (Prepared | undefined)[]): Vote[] {
  const best = new Map<string, Vote>();
  for (const [place, series] of facts.series.entries()) {
    const held = prepared[place];
    const shift = held && shiftOf(held.values);
    if (!shift || shift.size < leastShift) continue;
    const weight = Math.min(
      1,
      Math.log(shift.size / leastShift) / Math.log(shiftFull / leastShift),
    );
    const other = best.get(series.node);
    if (!other || weight > other.weight)
      best.set(series.node, {
        weight,
        at: held.start + shift.place * held.step,
      });
  }
  return [...best.values()].sort((a, b) => a.at - b.at);
}

/** Shifts this close to each other are of one time. */
function nearnessOf(prepared: (Prepared | undefined)[]): number {
  let step = 0;
  let span = 0;
  for (const held of prepared)
    if (held) {
      step = Math.max(step, held.step);
      span = Math.max(span, held.step * held.values.length);
    }
  return Math.max(2 * step, Math.min(180_000, span / 20), 30_000);
}

function supportAt(votes: Vote[], at: number, near: number): number {
  return votes.reduce(
    (sum, vote) =>
      Math.abs(vote.at - at) <= 2 * near ? sum + vote.weight : sum,
    0,
  );
}

/** The earliest of the times that have most of the votes. */
function strongest(
  votes: Vote[],
  near: number,
): { at: number; support: number } | undefined {
  let best: { at: number; support: number } | undefined;
  let end = 0;
  let support = 0;
  for (let begin = 0; begin < votes.length; begin++) {
    while (end < votes.length && votes[end].at - votes[begin].at <= 2 * near) {
      support += votes[end].weight;
      end += 1;
    }
    if (!best || support > best.support * 1.15)
      best = { at: votes[begin].at, support };
    support -= votes[begin].weight;
  }
  return best;
}
