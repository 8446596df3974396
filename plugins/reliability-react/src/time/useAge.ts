import { useSyncExternalStore } from 'react';
import { useFormats, useTexts } from '../texts/useTexts';
import { clock } from './clock';

/**
 * How long ago an instant is, in words, kept up to date: `20 s ago`, `in 3 h`.
 *
 * @param at - epoch seconds; null for never
 * @public
 */
export function useAge(at: number | null | undefined): string {
  const { t, format } = useTexts();
  const read = () => {
    if (at === null || at === undefined) {
      return t('time.never');
    }
    const age = clock.now() / 1000 - at;
    if (Math.abs(age) < 2) {
      return t('time.now');
    }
    const duration = format.duration(Math.abs(age), { whole: true });
    return age > 0
      ? t('time.ago', { duration })
      : t('time.ahead', { duration });
  };
  return useSyncExternalStore(clock.subscribe, read);
}

/**
 * Whether an instant is older than a limit, kept up to date.
 *
 * @param at - epoch seconds
 * @param limit - seconds
 * @public
 */
export function useOlderThan(
  at: number | null | undefined,
  limit: number,
): boolean {
  return useSyncExternalStore(
    clock.subscribe,
    () =>
      typeof at === 'number' && limit > 0 && clock.now() / 1000 - at > limit,
  );
}

/**
 * How long something has lasted, kept up to date: `14 min`.
 *
 * @param since - epoch seconds
 * @public
 */
export function useElapsed(since: number | null | undefined): string {
  const format = useFormats();
  return useSyncExternalStore(clock.subscribe, () =>
    format.duration(
      typeof since === 'number'
        ? Math.max(0, clock.now() / 1000 - since)
        : since,
      { whole: true },
    ),
  );
}
