import type {
  Reason,
  Said,
  TimelineKind,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { writeSaid } from '../database/readSaid';

export interface TimelineAppend {
  incident: number;
  at: number;
  kind: TimelineKind;
  /** User ref; left out for what the product did. */
  author?: string;
  text: string;
  /** What `text` says, where kind and data do not tell. */
  said?: Said;
  data?: Record<string, string>;
  because?: Reason[];
  /** Makes the entry idempotent within its incident. */
  key?: string;
}

/** Adds to the record of incidents. Entries whose key is there already are passed over. */
export async function appendTimeline(
  trx: Knex.Transaction,
  entries: TimelineAppend[],
): Promise<void> {
  const rows = entries.map(entry => ({
    incident_number: entry.incident,
    at: entry.at,
    kind: entry.kind,
    author: entry.author ?? null,
    text: entry.text,
    said: writeSaid(entry.said),
    data: entry.data ? JSON.stringify(entry.data) : null,
    because: entry.because ? JSON.stringify(entry.because) : null,
    key: entry.key ?? null,
  }));
  for (let from = 0; from < rows.length; from += 100) {
    await trx('timeline')
      .insert(rows.slice(from, from + 100))
      .onConflict(['incident_number', 'key'])
      .ignore();
  }
}
