import type {
  IncidentsPaths,
  TimelinePage,
} from '@ghostlight/plugin-incidents-common';
import { readCursor, writeCursor } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { describeEntry, type TimelineRow } from './describeEntry';
import { getIncidentRow, mergedInto } from './readIncident';

export type TimelineRequest = NonNullable<
  IncidentsPaths['/v1/incidents/{incidentId}/timeline']['get']['parameters']['query']
>;

/** Alerts that say the same within this are one entry. */
const together = 10 * 60_000;

/**
 * One page of the record of an incident and of those that became part of it, the latest first.
 * Alerts that say the same within ten minutes come as one entry with a count.
 */
export async function readTimeline(
  { db }: ServiceContext,
  number: number,
  request: TimelineRequest,
): Promise<TimelinePage> {
  const { kind, limit = 50, cursor } = request;
  const after = readCursor('timeline', cursor);
  await getIncidentRow(db, number);
  const numbers = [number, ...(await mergedInto(db, number))];
  // Others are of a kind of their own each.
  const same = `case when kind = 'alert' then text else cast(id as text) end`;
  const query = db('timeline')
    .whereIn('incident_number', numbers)
    .groupByRaw(
      `kind, ${same}, case when kind = 'alert' then at / ${together} else 0 end`,
    )
    .orderByRaw('max(at) desc, max(id) desc')
    .limit(limit + 1)
    .select<Span[]>(
      db.raw(
        'max(id) as id, count(*) as n, min(at) as first_at, max(at) as last_at',
      ),
    );
  if (kind?.length) query.whereIn('kind', kind);
  if (after)
    query.havingRaw('(max(at), max(id)) < (?, ?)', [after.value, after.id]);
  const spans = await query;
  const page = spans.slice(0, limit);
  const last = spans.length > limit ? page[page.length - 1] : undefined;
  const rows = await db<TimelineRow>('timeline').whereIn(
    'id',
    page.map(span => span.id),
  );
  const byId = new Map(rows.map(row => [String(row.id), row]));
  return {
    items: page.flatMap(span => {
      const row = byId.get(String(span.id));
      if (!row) return [];
      return describeEntry(row, {
        count: Number(span.n),
        firstAt: Number(span.first_at),
        lastAt: Number(span.last_at),
      });
    }),
    ...(last && {
      nextCursor: writeCursor('timeline', {
        value: Number(last.last_at),
        id: Number(last.id),
      }),
    }),
  };
}

interface Span {
  id: number | string;
  n: number | string;
  first_at: number | string;
  last_at: number | string;
}
