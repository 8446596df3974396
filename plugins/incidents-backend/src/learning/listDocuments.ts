import {
  incidentIdOf,
  type IncidentDocument,
  type PostmortemSections,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readCursor, writeCursor } from '@ghostlight/reliability-node';
import type { IncidentRow } from '../incidents';
import { whereIncidentVisible } from '../incidents/whereIncidentVisible';
import type { Visibility } from '../service/Visibility';

/** Notes of one incident that go into its text, the latest first. */
const mostNotes = 50;

/** One page of incidents and their saved postmortems as text, in the order of their numbers. */
export async function listDocuments(
  db: Knex,
  request: { cursor?: string; limit?: number },
  visible?: Visibility,
): Promise<{ items: IncidentDocument[]; nextCursor?: string }> {
  const { limit = 50 } = request;
  const after = readCursor('documents', request.cursor)?.id ?? 0;
  const query = db<IncidentRow>('incidents')
    .whereNull('deleted_at')
    .whereNull('merged_into')
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1);
  whereIncidentVisible(query, visible);
  const found = await query;
  const rows = found.slice(0, limit);
  const numbers = rows.map(({ number }) => number);
  const [entities, postmortems, notes] = await Promise.all([
    db('incident_entities').whereIn('incident_number', numbers),
    db('postmortems').whereIn('incident_number', numbers),
    db('timeline')
      .whereIn('incident_number', numbers)
      .whereIn('kind', ['note', 'decision'])
      .orderBy('id', 'desc')
      .limit(mostNotes * limit)
      .select('incident_number', 'text'),
  ]);
  const last = found.length > limit ? numbers[numbers.length - 1] : undefined;
  return {
    items: rows.map(row => {
      const of = <T extends { incident_number: number }>(all: T[]) =>
        all.filter(each => each.incident_number === row.number);
      const [saved] = of(postmortems);
      return {
        id: incidentIdOf(row.number),
        title: row.title,
        severity: row.severity as IncidentDocument['severity'],
        status: row.status as IncidentDocument['status'],
        owner: row.owner_ref ?? undefined,
        entityRefs: of(entities).map(({ entity_ref }) => entity_ref),
        text: [
          row.summary,
          row.root_cause,
          row.mitigation,
          ...of(notes)
            .slice(0, mostNotes)
            .map(({ text }) => text),
        ]
          .filter(Boolean)
          .join('\n'),
        ...(saved && { postmortem: textOf(JSON.parse(saved.sections)) }),
      };
    }),
    ...(last !== undefined && {
      nextCursor: writeCursor('documents', { value: 0, id: last }),
    }),
  };
}

function textOf(sections: PostmortemSections): string {
  return Object.values(sections).filter(Boolean).join('\n\n');
}
