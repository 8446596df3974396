import { useEffect } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

const DEBOUNCE = 500;
const LONGEST_WAIT = 3000;
const LEAST_POLL = 1000;
/** With signals, polling only catches what a lost message left out. */
const SIGNALLED_POLLS = 4;
/** What is polled as often as this moves while somebody looks on; there signals only add to it. */
const LOOKED_ON = 5000;

/** Calls `refresh` on signals, by polling, and when the page is seen again. */
export function useSignalRefresh(options: {
  refresh: () => void;
  channel: string | undefined;
  /** Milliseconds. */
  pollEvery: number;
  enabled: boolean;
}) {
  const { refresh, channel, pollEvery, enabled } = options;
  const signals = useApiHolder().get(signalApiRef);

  useEffect(() => {
    if (!enabled || !channel || !signals) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first = 0;
    const subscription = signals.subscribe(channel, () => {
      // a steady stream of messages must not put the refresh off for ever
      first = timer ? first : Date.now();
      clearTimeout(timer);
      const wait = Math.min(DEBOUNCE, first + LONGEST_WAIT - Date.now());
      timer = setTimeout(() => {
        timer = undefined;
        refresh();
      }, Math.max(0, wait));
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [enabled, channel, signals, refresh]);

  const every =
    Math.max(LEAST_POLL, pollEvery) *
    (signals && channel && pollEvery > LOOKED_ON ? SIGNALLED_POLLS : 1);
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    let missed = false;
    const timer = setInterval(() => {
      missed = document.hidden;
      if (!missed) {
        refresh();
      }
    }, every);
    const onVisible = () => {
      if (!document.hidden && missed) {
        missed = false;
        refresh();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [enabled, every, refresh]);
}
