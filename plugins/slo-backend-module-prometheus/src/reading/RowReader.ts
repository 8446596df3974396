import { mergeQueries, printQuery } from '@ghostlight/plugin-slo-common';
import type { Minute } from '@ghostlight/plugin-slo-common';
import type { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusError } from '../PrometheusError';
import type { Group, Row } from './planGroups';
import { splitAnswer } from './splitAnswer';

/** Values by minute, and the minutes with several at once; or why there are none. */
export type RowResult =
  | { points: Map<Minute, number>; several: Set<Minute> }
  | { failure: PrometheusError };

/** Minutes of one reading: `from` inclusive, `to` exclusive. */
export interface MinuteRange {
  from: Minute;
  to: Minute;
  /** Seconds by which the minutes begin later than whole ones; 0 by default. */
  shift?: number;
}

/** Points in one answer, at most; Prometheus itself allows 11,000 a series. */
const maxPoints = 500_000;
const maxPointsPerSeries = 10_000;
/** Further requests that one failed group may take. */
const maxFurtherRequests = 48;
/** How long a query that failed on its own is not asked again. */
const quarantineMs = 5 * 60_000;
const maxQuarantined = 10_000;
/** How long a shape that was too much at once is asked in smaller parts, and how small at least. */
const smallerMs = 60 * 60_000;
const fewestRows = 50;
/** A range this short is not divided further. */
const shortMinutes = 60;

interface Context {
  shape: Group['shape'];
  part: MinuteRange;
  clock: { seconds: number };
  budget: { left: number };
  signal?: AbortSignal;
}

function failAll(rows: Row[], failure: PrometheusError) {
  return new Map<string, RowResult>(rows.map(row => [row.id, { failure }]));
}

/** Adds the results of another part of the time; a row that failed for a part has failed. */
function addPart(
  results: Map<string, RowResult>,
  part: Map<string, RowResult>,
): void {
  for (const [id, result] of part) {
    const known = results.get(id);
    if (!known || 'failure' in result) results.set(id, result);
    else if ('points' in known) {
      result.points.forEach((value, minute) => known.points.set(minute, value));
      result.several.forEach(minute => known.several.add(minute));
    }
  }
}

/**
 * Asks groups of merged queries and hands each row its values. When a merged query is refused, the
 * row to blame is found by halving, so that the others are answered; rows found so are left out for
 * 5 minutes. When it was too much, time and then rows are divided, and the shape is asked in smaller
 * parts for an hour.
 */
export class RowReader {
  private readonly quarantine = new Map<
    string,
    { until: number; failure: PrometheusError }
  >();
  private readonly smaller = new Map<string, { rows: number; until: number }>();

  constructor(private readonly client: PrometheusClient) {}

  /** Reads all groups. `serverSeconds` is the earliest clock that the server showed. */
  async read(
    groups: Group[],
    range: MinuteRange,
    signal?: AbortSignal,
  ): Promise<{ rows: Map<string, RowResult>; serverSeconds: number }> {
    const rows = new Map<string, RowResult>();
    const clock = { seconds: Infinity };
    await Promise.all(
      groups.flatMap(({ shape, rows: all }) =>
        this.slices(shape, this.admit(all, rows)).map(slice =>
          this.readSlice({ shape, clock, signal }, slice, range, rows),
        ),
      ),
    );
    return { rows, serverSeconds: clock.seconds };
  }

  /** The rows that are not held; the others have their result. */
  private admit(all: Row[], results: Map<string, RowResult>): Row[] {
    return all.filter(row => {
      const held = this.quarantine.get(row.id);
      if (!held || held.until <= Date.now()) return true;
      results.set(row.id, { failure: held.failure });
      return false;
    });
  }

  private slices(shape: Group['shape'], rows: Row[]): Row[][] {
    const limit = this.smaller.get(shape.key);
    const size =
      limit && limit.until > Date.now() ? limit.rows : rows.length || 1;
    const slices: Row[][] = [];
    for (let at = 0; at < rows.length; at += size)
      slices.push(rows.slice(at, at + size));
    return slices;
  }

  private async readSlice(
    context: Pick<Context, 'shape' | 'clock' | 'signal'>,
    rows: Row[],
    range: MinuteRange,
    results: Map<string, RowResult>,
  ): Promise<void> {
    const perRequest = Math.max(
      shortMinutes,
      Math.min(maxPointsPerSeries, Math.floor(maxPoints / rows.length)),
    );
    let pending = rows;
    for (let from = range.from; from < range.to; from += perRequest) {
      if (!pending.length) return;
      const part = {
        ...range,
        from,
        to: Math.min(range.to, from + perRequest),
      };
      const budget = { left: maxFurtherRequests };
      addPart(results, await this.ask({ ...context, part, budget }, pending));
      pending = pending.filter(row => 'points' in results.get(row.id)!);
    }
  }

  private async ask(
    context: Context,
    rows: Row[],
  ): Promise<Map<string, RowResult>> {
    const { shape, part, clock, signal } = context;
    const { shift = 0 } = part;
    const { query, varying } = mergeQueries(
      shape,
      rows.map(row => row.values),
    );
    try {
      const answer = await this.client.queryRange(
        {
          query: printQuery(query),
          start: (part.from + 1) * 60 + shift,
          end: part.to * 60 + shift,
          step: 60,
        },
        signal,
      );
      clock.seconds = Math.min(clock.seconds, answer.serverSeconds ?? Infinity);
      const labels = varying.map(index => shape.labels[index]);
      return splitAnswer(answer.series, rows, varying, labels, part);
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      return this.divide(context, rows, error);
    }
  }

  /** What is done about a refusal: other parts are asked, or the rows have failed. */
  private async divide(
    context: Context,
    rows: Row[],
    error: PrometheusError,
  ): Promise<Map<string, RowResult>> {
    const { shape, part, budget } = context;
    if (error.ofLoad || error.reason === 'timeout')
      this.askLess(shape, rows.length);
    if (!error.ofQuery) return failAll(rows, error);
    const minutes = part.to - part.from;
    if (error.ofLoad && minutes > shortMinutes) {
      if (!this.spend(budget)) return failAll(rows, error);
      const middle = part.from + Math.ceil(minutes / 2);
      const results = await this.ask(
        { ...context, part: { ...part, to: middle } },
        rows,
      );
      const later = { ...context, part: { ...part, from: middle } };
      addPart(results, await this.ask(later, rows));
      return results;
    }
    if (rows.length === 1) {
      this.hold(rows, error);
      return failAll(rows, error);
    }
    const first = budget.left === maxFurtherRequests;
    if (!this.spend(budget)) return failAll(rows, error);
    if (first && rows.length > 3 && (await this.bothEndsFail(context, rows))) {
      this.hold(rows, error);
      return failAll(rows, error);
    }
    if (first && !this.spend(budget)) return failAll(rows, error);
    const middle = Math.ceil(rows.length / 2);
    const halves = await Promise.all([
      this.ask(context, rows.slice(0, middle)),
      this.ask(context, rows.slice(middle)),
    ]);
    return new Map(halves.flatMap(half => [...half]));
  }

  /** Then the shape is at fault, and no row more than another. */
  private async bothEndsFail(context: Context, rows: Row[]): Promise<boolean> {
    const alone = { ...context, budget: { left: 0 } };
    const ends = await Promise.all([
      this.ask(alone, rows.slice(0, 1)),
      this.ask(alone, rows.slice(-1)),
    ]);
    return ends.every(end => [...end.values()].every(r => 'failure' in r));
  }

  /** Takes two requests off what is left. */
  private spend(budget: { left: number }): boolean {
    if (budget.left < 2) return false;
    budget.left -= 2;
    return true;
  }

  private askLess(shape: Group['shape'], rows: number) {
    if (rows <= fewestRows) return;
    if (this.smaller.size >= maxQuarantined) this.smaller.clear();
    this.smaller.set(shape.key, {
      rows: Math.max(fewestRows, Math.ceil(rows / 2)),
      until: Date.now() + smallerMs,
    });
  }

  private hold(rows: Row[], failure: PrometheusError) {
    if (this.quarantine.size >= maxQuarantined) this.quarantine.clear();
    const until = Date.now() + quarantineMs;
    for (const { id } of rows) this.quarantine.set(id, { until, failure });
  }
}
