import type {
  JournalEntry,
  RunbooksClient,
} from '@ghostlight/plugin-runbooks-common';
import { dataOf, type LiveQuery } from '@ghostlight/reliability-react';
import { useRef } from 'react';
import { LIVE } from './useRuns';
import { useRunbooksQuery } from './useRunbooksQuery';

const PAGE = 500;
/** Entries that a browser keeps of one run. */
const MOST = 10_000;

export interface Journal {
  /** In order. */
  items: JournalEntry[];
  /** There are more than a browser should keep. */
  isCut: boolean;
}

const NOTHING: Journal = { items: [], isCut: false };

async function readOn(
  client: RunbooksClient,
  id: string,
  known: JournalEntry[],
  signal: AbortSignal,
): Promise<Journal> {
  let items = known;
  while (items.length < MOST) {
    const { items: page } = await dataOf(
      client.request('get', '/v1/executions/{id}/journal', {
        params: {
          path: { id },
          query: { after: items.at(-1)?.seq ?? 0, limit: PAGE },
        },
        signal,
      }),
    );
    if (page.length > 0) items = [...items, ...page];
    if (page.length < PAGE) return { items, isCut: false };
  }
  return { items, isCut: true };
}

/** What happened in a run, in order: read on from the last entry, every two seconds while `live`. */
export function useJournal(
  id: string,
  options: { enabled: boolean; live: boolean },
): LiveQuery<Journal> {
  const read = useRef({ id, journal: NOTHING });
  if (read.current.id !== id) read.current = { id, journal: NOTHING };
  return useRunbooksQuery({
    key: `journal ${id}`,
    enabled: options.enabled,
    pollEvery: options.live ? LIVE : undefined,
    load: async (client, signal) => {
      const before = read.current;
      const journal = await readOn(client, id, before.journal.items, signal);
      if (read.current === before) read.current = { id, journal };
      return { data: journal };
    },
  });
}
