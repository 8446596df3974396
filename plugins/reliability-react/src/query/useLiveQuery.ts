import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignalRefresh } from './useSignalRefresh';

/**
 * What {@link useLiveQuery} answers. Data stay while they are refreshed and
 * when refreshing fails.
 *
 * @public
 */
export interface LiveQuery<T> {
  /** The latest answer. */
  data: T | undefined;
  /** Of the latest attempt; undefined after it succeeds. */
  error: Error | undefined;
  /** Nothing to show yet. */
  isLoading: boolean;
  /** An attempt is under way. */
  isRefreshing: boolean;
  /** Epoch seconds at which `data` arrived. */
  loadedAt: number | undefined;
  /** Tries again now. */
  refresh: () => void;
}

/**
 * Options of {@link useLiveQuery}.
 *
 * @public
 */
export interface LiveQueryOptions<T> {
  /** Names what is loaded; another key drops the data and loads anew. */
  key: string;
  /** Loads it. The signal aborts when the key changes or the screen is left. */
  load: (signal: AbortSignal) => Promise<T>;
  /** Signal channel whose messages mean “look again”. */
  channel?: string;
  /** Milliseconds between looks without signals. Default 30,000; at least 1,000. */
  pollEvery?: number;
  /** Load at all. Default true. */
  enabled?: boolean;
}

interface State<T> {
  key: string;
  data?: T;
  error?: Error;
  loadedAt?: number;
  busy: boolean;
}

/**
 * Loads something and keeps it fresh: again on a signal (debounced), by
 * polling where there are no signals, and when the page becomes visible.
 *
 * @public
 */
export function useLiveQuery<T>(options: LiveQueryOptions<T>): LiveQuery<T> {
  const { key, channel, pollEvery = 30_000, enabled = true } = options;
  const load = useRef(options.load);
  load.current = options.load;
  const running = useRef<AbortController>();
  const [state, setState] = useState<State<T>>({ key, busy: enabled });

  const refresh = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState(last =>
      last.key === key ? { ...last, busy: true } : { key, busy: true },
    );
    try {
      const data = await load.current(controller.signal);
      if (!controller.signal.aborted) {
        setState({ key, data, loadedAt: Date.now() / 1000, busy: false });
      }
    } catch (cause) {
      if (!controller.signal.aborted) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setState(last => ({ ...last, error, busy: false }));
      }
    }
  }, [key]);

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    refresh();
    return () => running.current?.abort();
  }, [enabled, refresh]);

  useSignalRefresh({ refresh, channel, pollEvery, enabled });

  // until the effect has run, data of the former key must not be shown
  const current = state.key === key ? state : { key, busy: enabled };
  return {
    data: current.data,
    error: current.error,
    isLoading: enabled && current.data === undefined && !current.error,
    isRefreshing: current.busy,
    loadedAt: current.loadedAt,
    refresh,
  };
}
