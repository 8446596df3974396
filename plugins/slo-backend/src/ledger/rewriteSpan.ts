import type { Minute } from '@ghostlight/plugin-slo-common';
import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import { addMinute, type Position } from './addMinute';
import type { RejectedSample } from './checkSamples';
import type { CorrectedSpans } from './CorrectedSpans';
import { sliceStart, type TimeSlice } from './TimeSlice';
import { difference, plus, type Totals, zeroTotals } from './Totals';

/** What came of rewriting a stretch of an objective's rows. */
export interface Rewrite {
  /** Rows to insert or replace. */
  rows: Totals[];
  /** To be added to every row later than its `at`. */
  shift: Totals;
  accepted: number;
  replaced: number;
  rejected: RejectedSample[];
  /** The last row of the stretch, as it is now. */
  last: Totals;
}

/** A measured minute, or several that are kept as one row. */
type Piece =
  | { kind: 'minute'; sample: MinuteSample }
  | { kind: 'coarse'; from: Minute; change: Totals };

/**
 * Counts a stretch of rows anew: with samples added or replaced, and with the corrections of now.
 * Slices must not straddle its ends. Minutes that are kept only as part of an hour cannot be
 * replaced, and are left out by corrections pro rata.
 */
export function rewriteSpan(options: {
  /** The row before the stretch; undefined when the stretch holds the first row. */
  before: Totals | undefined;
  /** All rows of the stretch, oldest first. */
  rows: Totals[];
  /** The row after it, if any. */
  after: Totals | undefined;
  samples: MinuteSample[];
  corrections: CorrectedSpans;
  slice: TimeSlice | undefined;
}): Rewrite {
  const { rows, samples, corrections, slice } = options;
  const start = startOf(options);
  const pieces = piecesOf(start, rows);
  const rejected: RejectedSample[] = [];
  const spans = coarseSpans(start, rows, options.after);
  let accepted = 0;
  let replaced = 0;
  for (const sample of samples) {
    const { minute } = sample;
    if (
      minute < start.at ||
      spans.some(([a, b]) => minute >= a && minute < b)
    ) {
      rejected.push({
        minute,
        reason: 'older than the minutes that are kept one by one',
      });
      continue;
    }
    if (pieces.has(minute + 1)) replaced++;
    else accepted++;
    pieces.set(minute + 1, { kind: 'minute', sample });
  }

  const kept = new Map(rows.map(row => [row.at, row]));
  const written: Totals[] = [];
  let position: Position = { row: start, sliceStart: start };
  // The first row is the base of all lookups before it; a minute before it needs a new one.
  if (!options.before && accepted && !kept.has(start.at)) written.push(start);
  const places = [...new Set([...pieces.keys(), ...kept.keys()])];
  for (const at of places.sort((a, b) => a - b)) {
    const piece = pieces.get(at);
    if (piece?.kind === 'minute') {
      position = addMinute(position, piece.sample, corrections, slice);
    } else if (piece) {
      position = addCoarse(position, piece, corrections, slice);
    } else {
      position = moveTo(position, at, slice);
    }
    if (!same(position.row, kept.get(at))) written.push(position.row);
  }
  const old = rows[rows.length - 1] ?? options.before ?? start;
  const shift = difference(old, position.row);
  return {
    rows: written,
    shift,
    accepted,
    replaced,
    rejected,
    last: position.row,
  };
}

function startOf(options: {
  before: Totals | undefined;
  rows: Totals[];
  after: Totals | undefined;
  samples: MinuteSample[];
}): Totals {
  const { before, rows, after, samples } = options;
  if (before) return before;
  const first = rows[0] ?? after;
  const earliest = samples[0]?.minute ?? Infinity;
  // A first row that holds something stands for what was thinned away before it.
  if (first && (first.minutes > 0 || first.at <= earliest)) return first;
  return zeroTotals(earliest);
}

function piecesOf(start: Totals, rows: Totals[]): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  let last = start;
  for (const row of rows) {
    const change = difference(last, row);
    if (change.minutes === 1) {
      pieces.set(row.at, {
        kind: 'minute',
        sample: {
          minute: row.at - 1,
          good: change.good,
          total: change.total,
        },
      });
    } else if (change.minutes > 1) {
      pieces.set(row.at, { kind: 'coarse', from: last.at, change });
    }
    last = row;
  }
  return pieces;
}

/** Half-open stretches of minutes of which only the sum is known. */
function coarseSpans(
  start: Totals,
  rows: Totals[],
  after: Totals | undefined,
): [Minute, Minute][] {
  const spans: [Minute, Minute][] = [];
  let last = start;
  for (const row of after ? [...rows, after] : rows) {
    if (row.minutes - last.minutes > 1) spans.push([last.at, row.at]);
    last = row;
  }
  return spans;
}

/** A row at which nothing was measured, such as the base of times gone by. */
function moveTo(
  { row, sliceStart: running }: Position,
  at: Minute,
  slice: TimeSlice | undefined,
): Position {
  const begins = !slice || row.at <= sliceStart(at, slice);
  return { row: { ...row, at }, sliceStart: begins ? row : running };
}

function addCoarse(
  { row, sliceStart: running }: Position,
  { from, change }: { from: Minute; change: Totals },
  corrections: CorrectedSpans,
  slice: TimeSlice | undefined,
): Position {
  const width = change.minutes > 60 ? 1440 : 60;
  const begin = Math.max(from, Math.floor((change.at - 1) / width) * width);
  const share = corrections.share(begin, change.at);
  const next = plus(
    { ...row, at: change.at },
    {
      ...change,
      excludedGood: share * change.good,
      excludedTotal: share * change.total,
      excludedGoodSlices: share * change.goodSlices,
      excludedSlices: share * change.slices,
      excludedMinutes: Math.round(share * change.minutes),
    },
  );
  const begins = !slice || row.at <= sliceStart(change.at - 1, slice);
  return { row: next, sliceStart: begins ? row : running };
}

function same(a: Totals, b: Totals | undefined): boolean {
  return (
    b !== undefined &&
    (Object.keys(a) as (keyof Totals)[]).every(key => a[key] === b[key])
  );
}
