import { useApi } from '@backstage/frontend-plugin-api';
import type { IncidentsClient } from '@ghostlight/plugin-incidents-common';
import {
  useLivePages,
  useLiveQuery,
  type CursorPage,
  type LivePages,
  type LiveQuery,
} from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../api';

/** The channel on which the backend says that incidents or alerts have changed. */
export const INCIDENTS_CHANNEL = 'ghostlight:incidents';

/** What slow-moving parts (on call, similar incidents) are looked at again after. */
const SLOWLY = 5 * 60_000;

/** The client throws on every failure, so an answer always has data. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The answer has no content');
  return data;
}

/** Reads one thing and keeps it fresh: by the signal channel, or by polling. */
export function useIncidentsQuery<T>(options: {
  /** Names what is read; unique among all queries of the screen. */
  key: string;
  load(client: IncidentsClient, signal: AbortSignal): Promise<{ data?: T }>;
  enabled?: boolean;
  /** Every five minutes, and not on signals. */
  slowly?: boolean;
}): LiveQuery<T> {
  const client = useApi(incidentsApiRef);
  return useLiveQuery({
    key: options.key,
    load: signal => dataOf(options.load(client, signal)),
    enabled: options.enabled,
    ...(options.slowly
      ? { pollEvery: SLOWLY }
      : { channel: INCIDENTS_CHANNEL }),
  });
}

/** The same for a list that is read by cursor. */
export function useIncidentsPages<T, P extends CursorPage<T>>(options: {
  key: string;
  load(
    client: IncidentsClient,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<{ data?: P }>;
  rowKey(row: T): string;
  enabled?: boolean;
}): LivePages<T, P> {
  const client = useApi(incidentsApiRef);
  return useLivePages<T, P>({
    key: options.key,
    load: (cursor, signal) => dataOf(options.load(client, cursor, signal)),
    rowKey: options.rowKey,
    enabled: options.enabled,
    channel: INCIDENTS_CHANNEL,
  });
}
