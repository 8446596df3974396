import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LiveQuery, useLiveQuery } from './useLiveQuery';

/**
 * A page of a list that is read by cursor.
 *
 * @public
 */
export interface CursorPage<T> {
  /** Its rows. */
  items: T[];
  /** Of the page after it; absent on the last. */
  nextCursor?: string;
}

/**
 * What {@link useLivePages} answers. `data` is the first page, for its counts.
 *
 * @public
 */
export interface LivePages<T, P extends CursorPage<T>> extends LiveQuery<P> {
  /** Rows of all pages read so far, each key once. */
  items: T[];
  /** A further page exists. */
  hasMore: boolean;
  /** A further page is being read. */
  isLoadingMore: boolean;
  /** Why the latest further page could not be read. */
  moreError: Error | undefined;
  /** Reads the next page; does nothing while one is being read. */
  loadMore: () => void;
}

/**
 * Options of {@link useLivePages}.
 *
 * @public
 */
export interface LivePagesOptions<T, P extends CursorPage<T>> {
  /** Names the list; another key starts over. */
  key: string;
  /** Reads the first page, or the one at the cursor. */
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<P>;
  /** Identifies a row, since rows move between pages while one reads. */
  rowKey: (row: T) => string;
  /** Signal channel whose messages mean “look again”. */
  channel?: string;
  /** Milliseconds between looks without signals. Default 30,000. */
  pollEvery?: number;
  /** Load at all. Default true. */
  enabled?: boolean;
}

/** Further pages that follow a refresh; rows deeper down stay as they were. */
const REREAD_PAGES = 4;

interface Further<P> {
  key: string;
  pages: P[];
  busy: boolean;
  error?: Error;
}

/**
 * A long list by cursor pages, read as the reader gets there. The first page
 * and the four after it are kept fresh; a row that has moved up is taken from
 * the page it is in now.
 *
 * @public
 */
export function useLivePages<T, P extends CursorPage<T>>(
  options: LivePagesOptions<T, P>,
): LivePages<T, P> {
  const { key, channel, pollEvery, enabled } = options;
  const load = useRef(options.load);
  load.current = options.load;
  const rowKey = useRef(options.rowKey);
  rowKey.current = options.rowKey;
  const first = useLiveQuery<P>({
    key,
    load: signal => load.current(undefined, signal),
    channel,
    pollEvery,
    enabled,
  });
  const [stored, setFurther] = useState<Further<P>>({
    key,
    pages: [],
    busy: false,
  });
  const further: Further<P> =
    stored.key === key ? stored : { key, pages: [], busy: false };
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), [key]);

  const lastPage = further.pages[further.pages.length - 1] ?? first.data;
  const cursor = lastPage?.nextCursor;
  const busy = further.busy;

  const loadMore = useCallback(async () => {
    if (!cursor || busy) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setFurther(last =>
      last.key === key
        ? { ...last, busy: true, error: undefined }
        : { key, pages: [], busy: true },
    );
    try {
      const page = await load.current(cursor, controller.signal);
      if (!controller.signal.aborted) {
        setFurther(last => ({
          key,
          pages: [...last.pages, page],
          busy: false,
        }));
      }
    } catch (cause) {
      if (!controller.signal.aborted) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setFurther(last => ({ ...last, busy: false, error }));
      }
    }
  }, [key, cursor, busy]);

  const { pages } = further;
  const again = useRef({ pages: 0, cursor });
  again.current = { pages: pages.length, cursor: first.data?.nextCursor };
  useEffect(() => {
    const controller = new AbortController();
    const reread = async () => {
      const fresh: P[] = [];
      let next = again.current.cursor;
      const most = Math.min(again.current.pages, REREAD_PAGES);
      while (next && fresh.length < most) {
        const page = await load.current(next, controller.signal);
        fresh.push(page);
        next = page.nextCursor;
      }
      if (fresh.length > 0 && !controller.signal.aborted) {
        setFurther(last => ({
          ...last,
          pages: [...fresh, ...last.pages.slice(fresh.length)],
        }));
      }
    };
    // what was read before is still shown; the next refresh tries again
    reread().catch(() => {});
    return () => controller.abort();
  }, [first.loadedAt]);

  const items = useMemo(() => {
    const seen = new Set<string>();
    const rows: T[] = [first.data, ...pages].flatMap(page => page?.items ?? []);
    return rows.filter(row => {
      const id = rowKey.current(row);
      return seen.has(id) ? false : seen.add(id);
    });
  }, [first.data, pages]);

  return {
    ...first,
    items,
    hasMore: Boolean(cursor),
    isLoadingMore: further.busy,
    moreError: further.error,
    loadMore,
  };
}
