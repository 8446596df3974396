import type { Minute } from '@ghostlight/plugin-slo-common';
import type { MinuteSample } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { appendSamples } from './appendSamples';
import { boundarySteps, type CountedObjective } from './boundarySteps';
import { checkSamples, type RejectedSample } from './checkSamples';
import { CorrectedSpans } from './CorrectedSpans';
import { lockObjectives } from './database/lockObjectives';
import { forever, lookupTotals } from './database/lookupTotals';
import { readCorrections } from './database/readCorrections';
import { readStretches } from './database/readStretches';
import { shiftRows } from './database/shiftRows';
import { writeRows } from './database/writeRows';
import { rewriteSpan } from './rewriteSpan';
import { sliceStart, timeSliceOf, type TimeSlice } from './TimeSlice';
import type { Totals } from './Totals';

/** Samples of one objective. */
export interface RecordItem extends CountedObjective {
  objectiveId: number;
  samples: MinuteSample[];
}

/** What became of them. */
export interface RecordResult {
  objectiveId: number;
  accepted: number;
  replaced: number;
  rejected: RejectedSample[];
}

interface Work {
  item: RecordItem;
  slice: TimeSlice | undefined;
  samples: MinuteSample[];
  head: Totals | undefined;
  corrections: CorrectedSpans;
  result: RecordResult;
}

/** Records samples of a bounded number of objectives, each of them once, sorted by id. */
export async function recordChunk(
  trx: Knex.Transaction,
  items: RecordItem[],
  options: { now: Minute; minuteRetention: Minute },
): Promise<RecordResult[]> {
  const { now, minuteRetention } = options;
  const works = items.map((item): Work => {
    const { objectiveId } = item;
    const { samples, rejected } = checkSamples(item.samples, now);
    return {
      item,
      slice: timeSliceOf(item),
      samples,
      head: undefined,
      corrections: CorrectedSpans.none,
      result: { objectiveId, accepted: 0, replaced: 0, rejected },
    };
  });
  const busy = works.filter(({ samples }) => samples.length);
  if (busy.length) {
    const ids = busy.map(({ item }) => item.objectiveId);
    await lockObjectives(trx, ids);
    await readHeads(trx, busy);
    const oldest = busy.reduce((least, { samples, slice }) => {
      const { minute } = samples[0];
      return Math.min(least, slice ? sliceStart(minute, slice) : minute);
    }, forever);
    const corrections = await readCorrections(trx, ids, (oldest - 1440) * 60);
    for (const work of busy) {
      work.corrections =
        corrections.get(work.item.objectiveId) ?? CorrectedSpans.none;
    }
    await replace(trx, busy, minuteRetention);
    await append(trx, busy, now - minuteRetention);
  }
  return works.map(({ result }) => result);
}

async function readHeads(trx: Knex.Transaction, works: Work[]): Promise<void> {
  const heads = await lookupTotals(
    trx,
    works.map(({ item: { objectiveId } }) => ({
      objectiveId,
      minutes: [forever],
    })),
  );
  for (const work of works) {
    work.head = heads.get(work.item.objectiveId)?.[0];
  }
}

/** Late and corrected minutes: the rows from there on are counted anew or shifted. */
async function replace(
  trx: Knex.Transaction,
  works: Work[],
  minuteRetention: Minute,
): Promise<void> {
  const late: { work: Work; samples: MinuteSample[] }[] = [];
  for (const work of works) {
    const head = work.head?.at ?? 0;
    const samples = work.samples.filter(({ minute }) => minute < head);
    if (!samples.length) continue;
    work.samples = work.samples.slice(samples.length);
    // Counted from the newest minute, not from the clock, which may be wrong for a while.
    const oldest = head - minuteRetention;
    const taken = samples.filter(({ minute }) => minute >= oldest);
    for (const { minute } of samples.slice(0, samples.length - taken.length)) {
      work.result.rejected.push({
        minute,
        reason: 'older than the minutes that are kept one by one',
      });
    }
    if (taken.length) late.push({ work, samples: taken });
  }
  if (!late.length) return;

  const stretches = await readStretches(
    trx,
    late.map(({ work: { item, slice }, samples }) => {
      const from = samples[0].minute;
      const to = samples[samples.length - 1].minute + 1;
      return {
        objectiveId: item.objectiveId,
        from: slice ? sliceStart(from, slice) : from,
        to: slice ? sliceStart(to - 1, slice) + slice.minutes : to,
      };
    }),
  );
  const rows: { objectiveId: number; row: Totals }[] = [];
  const shifts: Parameters<typeof shiftRows>[1] = [];
  for (const { work, samples } of late) {
    const { objectiveId } = work.item;
    const stretch = stretches.get(objectiveId);
    if (!stretch) continue;
    const { corrections, slice, result } = work;
    const rewrite = rewriteSpan({ ...stretch, samples, corrections, slice });
    result.accepted += rewrite.accepted;
    result.replaced += rewrite.replaced;
    result.rejected.push(...rewrite.rejected);
    rows.push(...rewrite.rows.map(row => ({ objectiveId, row })));
    shifts.push({ objectiveId, after: rewrite.last.at, change: rewrite.shift });
  }
  // First the shift: rows that are new must not be shifted.
  await shiftRows(trx, shifts);
  await writeRows(trx, rows, { replace: true });
  await readHeads(
    trx,
    late.map(({ work }) => work),
  );
}

/** Minutes later than all measured ones, which is what nearly every call brings. */
async function append(
  trx: Knex.Transaction,
  works: Work[],
  coarseTo: Minute,
): Promise<void> {
  const pending = works.filter(({ samples }) => samples.length);
  const starts = await lookupTotals(
    trx,
    pending
      .filter(({ slice, head }) => slice && slice.minutes > 1 && head)
      .map(({ item: { objectiveId }, slice, samples }) => ({
        objectiveId,
        minutes: [sliceStart(samples[0].minute, slice as TimeSlice)],
      })),
  );
  const rows: { objectiveId: number; row: Totals }[] = [];
  for (const { item, slice, head, samples, corrections, result } of pending) {
    const { objectiveId } = item;
    const made = appendSamples({
      head,
      sliceStart: starts.get(objectiveId)?.[0],
      samples,
      corrections,
      slice,
      coarseTo,
      steps: boundarySteps(item, 'hours'),
    });
    for (const row of made) rows.push({ objectiveId, row });
    result.accepted += samples.length;
  }
  await writeRows(trx, rows, { replace: false });
}
