import {
  forecastOf,
  violationsOf,
  windowBounds,
  type Bucket,
  type EpochSeconds,
  type Objective,
  type Series,
} from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import type { Ledger } from '../ledger';
import { coursePoint, leftAt, minutesOf } from './budgetCourse';
import { readObjectivesByRef } from './database/readObjectives';
import { LedgerView } from './LedgerView';
import { readMeasured } from './readMeasured';

export interface SeriesQuestion {
  objective: Objective;
  /** Epoch seconds; the window's start by default. */
  from?: EpochSeconds;
  /** Now by default. */
  to?: EpochSeconds;
  /** Most buckets to answer with. 360 by default. */
  points?: number;
}

/** A series but for its marks, which are corrections. */
export type MeasuredSeries = Omit<Series, 'marks'>;

const hour = 3_600;
const day = 86_400;
/** Widths of buckets that people can read, in seconds. */
const widths = [60, 300, 900, 1_800, hour, 2 * hour, 6 * hour, 12 * hour, day];

/** Answers with the course of an objective from the ledger: one query, whatever the span. */
export class SeriesReader {
  private constructor(
    private readonly database: Knex,
    private readonly ledger: Ledger,
    private readonly clock: () => number,
  ) {}

  static create(options: {
    database: Knex;
    ledger: Ledger;
    /** Milliseconds since the epoch. */
    clock?: () => number;
  }): SeriesReader {
    const { database, ledger, clock = Date.now } = options;
    return new SeriesReader(database, ledger, clock);
  }

  async read(question: SeriesQuestion): Promise<MeasuredSeries> {
    const { objective, points = 360 } = question;
    const now = Math.floor(this.clock() / 60_000) * 60;
    const bounds = windowBounds(objective.window, now);
    const width = this.widthOf(question, bounds.start, now, points);
    const from = Math.floor((question.from ?? bounds.start) / width) * width;
    const to = Math.max(
      from,
      Math.ceil(Math.min(question.to ?? now, now) / width) * width,
    );

    const found = await readObjectivesByRef(this.database, [objective.ref]);
    const measured = (await readMeasured(this.database, found)).get(
      found[0]?.id,
    );
    const view = LedgerView.create(this.ledger);
    const starts: EpochSeconds[] = [];
    for (let at = from; at < to; at += width) starts.push(at);
    const course = starts.map(start =>
      coursePoint(
        objective,
        Math.min(start + width, now),
        Math.min(width, now - start),
      ),
    );
    const ahead = forecastEnd(objective, now, bounds.end);
    const keptFrom = Math.floor(
      (objective.window.kind === 'rolling'
        ? ahead - objective.window.seconds
        : bounds.start) / 60,
    );
    const minute = now / 60;
    const base = {
      ref: objective.ref,
      from,
      to,
      width,
      target: objective.target,
    };
    if (!measured) return { ...base, asOf: null, buckets: [], violations: [] };
    view.want(measured, [
      ...course.flatMap(minutesOf),
      minute,
      minute - 1440,
      keptFrom,
      Math.floor(bounds.start / 60),
    ]);
    await view.load();

    const buckets = course.map((point, index): Bucket => {
      const sums = view.sums(measured, starts[index] / 60, point.end);
      return {
        start: starts[index],
        good: sums.good,
        total: sums.total,
        measured: sums.minutes * 60,
        excluded: sums.excludedMinutes * 60,
        left: leftAt(objective, measured, point, view),
      };
    });
    const period = view.sums(measured, Math.floor(bounds.start / 60), minute);
    return {
      ...base,
      asOf: view.asOf(measured, minute),
      buckets,
      violations: violationsOf({
        buckets,
        width,
        target: objective.target,
        allowedEvents: (1 - objective.target) * period.total,
        until: now,
      }),
      forecast: forecastOf({
        target: objective.target,
        now,
        at: ahead,
        kept: view.sums(measured, keptFrom, minute),
        lastDay: view.sums(measured, minute - 1440, minute),
      }),
    };
  }

  /** The least width that gives no more than `points`, and is not finer than what is kept. */
  private widthOf(
    { objective, from, to }: SeriesQuestion,
    start: EpochSeconds,
    now: EpochSeconds,
    points: number,
  ): number {
    const first = from ?? start;
    const span = Math.max(60, Math.min(to ?? now, now) - first);
    const { minutes, hours } = this.ledger.retention;
    let finest = objective.timeSlice?.seconds ?? 60;
    if (first < now - minutes * day) finest = Math.max(finest, hour);
    if (first < now - hours * day) finest = Math.max(finest, day);
    const wanted = Math.max(finest, span / points);
    const width =
      widths.find(w => w >= wanted && w % finest === 0) ??
      Math.ceil(wanted / Math.max(day, finest)) * Math.max(day, finest);
    return width;
  }
}

/** The end of a calendar period, or a seventh of a rolling window ahead. */
function forecastEnd(
  { window }: Objective,
  now: EpochSeconds,
  end: EpochSeconds,
): EpochSeconds {
  return window.kind === 'calendar'
    ? end
    : now + Math.ceil(window.seconds / 7 / 60) * 60;
}
