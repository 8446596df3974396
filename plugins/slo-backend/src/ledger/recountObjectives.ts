import type { Minute, Objective } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { CorrectedSpans } from './CorrectedSpans';
import { lockObjectives } from './database/lockObjectives';
import { readCorrections } from './database/readCorrections';
import { readStretches, type Stretch } from './database/readStretches';
import { shiftRows } from './database/shiftRows';
import { writeRows } from './database/writeRows';
import { rewriteSpan } from './rewriteSpan';
import { timeSliceOf } from './TimeSlice';

/** Counts anew, with the corrections of now, what objectives measured in a span of time. */
export async function recountObjectives(
  trx: Knex.Transaction,
  objectives: { id: number; definition: Objective }[],
  span: { from: Minute; to: Minute },
): Promise<void> {
  const ids = objectives.map(({ id }) => id);
  await lockObjectives(trx, ids);
  const wanted = objectives.map(({ id, definition }) => {
    // Old rows hold an hour, and slices must not straddle the ends.
    const slice = timeSliceOf(definition)?.minutes ?? 1;
    const step =
      60 % slice === 0 || slice % 60 === 0 ? Math.max(60, slice) : 60 * slice;
    return {
      objectiveId: id,
      from: Math.floor(span.from / step) * step,
      to: Math.ceil(span.to / step) * step,
    };
  });
  const since = Math.min(...wanted.map(({ from }) => from));
  const corrections = await readCorrections(trx, ids, (since - 1440) * 60);
  const stretches = await readStretches(trx, wanted);
  const rows: Parameters<typeof writeRows>[1] = [];
  const shifts: Parameters<typeof shiftRows>[1] = [];
  for (const [index, { objectiveId, to }] of wanted.entries()) {
    const stretch = stretches.get(objectiveId);
    if (!stretch || (!stretch.rows.length && !stretch.after)) continue;
    const rewrite = rewriteSpan({
      ...withStraddling(stretch, to),
      samples: [],
      corrections: corrections.get(objectiveId) ?? CorrectedSpans.none,
      slice: timeSliceOf(objectives[index].definition),
    });
    for (const row of rewrite.rows) rows.push({ objectiveId, row });
    shifts.push({ objectiveId, after: rewrite.last.at, change: rewrite.shift });
  }
  await shiftRows(trx, shifts);
  await writeRows(trx, rows, { replace: true });
}

/** A row of many minutes that begins in the stretch and ends after it belongs to it. */
function withStraddling(stretch: Stretch, to: Minute): Stretch {
  const { before, rows, after } = stretch;
  const last = rows[rows.length - 1] ?? before;
  const straddles =
    after && last && last.at < to && after.minutes - last.minutes > 1;
  return straddles
    ? { before, rows: [...rows, after], after: undefined }
    : stretch;
}
