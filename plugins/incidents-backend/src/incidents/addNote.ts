import type {
  IncidentsPaths,
  TimelineEntry,
} from '@ghostlight/plugin-incidents-common';
import { randomUUID } from 'node:crypto';
import { keyOf } from '../service/keyOf';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import { describeEntry, type TimelineRow } from './describeEntry';
import { lockIncident } from './lockIncident';

export type NoteRequest =
  IncidentsPaths['/v1/incidents/{incidentId}/notes']['post']['requestBody']['content']['application/json'];

/** Adds a note or a decision; the same `key` of the same caller answers with the first one. */
export async function addNote(
  { db, now, announcer }: ServiceContext,
  number: number,
  request: NoteRequest,
  by: string,
): Promise<TimelineEntry> {
  const { text, kind = 'note' } = request;
  const key = `note:${request.key ? keyOf(by, request.key) : randomUUID()}`;
  const at = now();
  return db.transaction(async trx => {
    await lockIncident(trx, number, at);
    await appendTimeline(trx, [
      { incident: number, at, kind, author: by, text, key },
    ]);
    await announcer.announce(trx, [
      { incident: number, kind: 'changed', key, at, by },
    ]);
    const row = await trx<TimelineRow>('timeline')
      .where({ incident_number: number, key })
      .first();
    return describeEntry(row!);
  });
}
