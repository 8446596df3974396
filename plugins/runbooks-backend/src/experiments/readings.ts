import type { JsonObject } from '@backstage/types';
import type { BurnReading } from '../verification';

/** One look at one objective. */
export interface Point {
  at: number;
  burnRate?: number;
}

/** What was seen of each objective. */
export interface Seen {
  objective: string;
  title: string;
  points: Point[];
}

/** Points that are kept of an objective and phase. */
const most = 120;

/** Adds a look; of too many, the worse of each two is kept. */
export function addReadings(
  seen: Seen[],
  readings: BurnReading[],
  at: number,
): Seen[] {
  const all = seen.map(one => ({ ...one, points: [...one.points] }));
  for (const { objective, title, burnRate } of readings) {
    let one = all.find(known => known.objective === objective);
    if (!one) all.push((one = { objective, title, points: [] }));
    one.points.push({ at, ...(burnRate !== undefined && { burnRate }) });
    if (one.points.length > most) one.points = thinned(one.points);
  }
  return all;
}

function thinned(points: Point[]): Point[] {
  const kept: Point[] = [];
  for (let at = 0; at < points.length; at += 2) {
    const [one, other = one] = points.slice(at, at + 2);
    kept.push((other.burnRate ?? -1) > (one.burnRate ?? -1) ? other : one);
  }
  return kept;
}

/** The objective that burns fastest of those of which there is something to tell. */
export function worstOf(
  readings: BurnReading[],
): (BurnReading & { burnRate: number }) | undefined {
  return readings
    .flatMap(reading =>
      reading.burnRate === undefined
        ? []
        : { ...reading, burnRate: reading.burnRate },
    )
    .sort((a, b) => b.burnRate - a.burnRate)[0];
}

export function digits(value: number): number {
  return Number(value.toPrecision(3));
}

/** What is not known is left out. */
export function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
