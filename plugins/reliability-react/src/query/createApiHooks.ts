import { useApi, type ApiRef } from '@backstage/frontend-plugin-api';
import { useLivePages, type CursorPage, type LivePages } from './useLivePages';
import { useLiveQuery, type LiveQuery } from './useLiveQuery';

/** What slow-moving parts are looked at again after. */
const SLOWLY = 5 * 60_000;

/**
 * The content of an answer. Clients of Ghostlight throw on every failure, so there always is one.
 *
 * @public
 */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The answer has no content');
  return data;
}

/**
 * What {@link createApiHooks} answers.
 *
 * @public
 */
export interface ApiHooks<C> {
  /** Reads one thing and keeps it fresh: by the signal channel, or by polling. */
  useApiQuery<T>(options: {
    /** Names what is read; unique among all queries of the screen. */
    key: string;
    load(client: C, signal: AbortSignal): Promise<{ data?: T }>;
    enabled?: boolean;
    /** Every five minutes, and not on signals. */
    slowly?: boolean;
    /** Milliseconds between looks, signals or not, while something moves. */
    pollEvery?: number;
  }): LiveQuery<T>;
  /** The same for a list that is read by cursor. */
  useApiPages<T, P extends CursorPage<T>>(options: {
    key: string;
    load(
      client: C,
      cursor: string | undefined,
      signal: AbortSignal,
    ): Promise<{ data?: P }>;
    rowKey(row: T): string;
    enabled?: boolean;
  }): LivePages<T, P>;
}

/**
 * Makes the hooks by which the screens of a family read its API.
 *
 * @public
 */
export function createApiHooks<C>(options: {
  /** Of the family's client. */
  apiRef: ApiRef<C>;
  /** On which its backend says that something has changed. */
  channel: string;
}): ApiHooks<C> {
  const { apiRef, channel } = options;
  return {
    useApiQuery: ({ key, load, enabled, slowly, pollEvery }) => {
      const client = useApi(apiRef);
      return useLiveQuery({
        key,
        load: signal => dataOf(load(client, signal)),
        enabled,
        ...(slowly ? { pollEvery: SLOWLY } : { channel, pollEvery }),
      });
    },
    useApiPages: ({ key, load, rowKey, enabled }) => {
      const client = useApi(apiRef);
      return useLivePages({
        key,
        load: (cursor, signal) => dataOf(load(client, cursor, signal)),
        rowKey,
        enabled,
        channel,
      });
    },
  };
}
