import type { TimelineEntry } from '@ghostlight/plugin-incidents-common';
import { readSaid } from '../database/readSaid';
import { isoOf } from '../service/times';

/** A row of `timeline`. */
export interface TimelineRow {
  id: number | string;
  incident_number: number;
  at: number | string;
  kind: string;
  author: string | null;
  text: string;
  said: string | null;
  data: string | null;
  because: string | null;
  key: string | null;
}

/** An entry as the API has it; with `repeats` for several that say the same. */
export function describeEntry(
  row: TimelineRow,
  repeats: { count: number; firstAt: number; lastAt: number } = {
    count: 1,
    firstAt: Number(row.at),
    lastAt: Number(row.at),
  },
): TimelineEntry {
  const { count, firstAt, lastAt } = repeats;
  return {
    id: String(row.id),
    at: isoOf(firstAt),
    ...(count > 1 && { lastAt: isoOf(lastAt) }),
    kind: row.kind as TimelineEntry['kind'],
    author: row.author ?? undefined,
    text: row.text,
    ...(row.said && { said: readSaid(row.said) }),
    count,
    ...(row.data && { data: JSON.parse(row.data) }),
    ...(row.because && { because: JSON.parse(row.because) }),
  };
}
