import { useSyncExternalStore, useCallback } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * The app's language, as a BCP 47 tag for `Intl`. Where the browser has a
 * regional variant of that language (`es-MX` for `es`), that variant is used.
 *
 * @public
 */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const subscribe = useCallback(
    (notify: () => void) => {
      const subscription = api.language$().subscribe(notify);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  const language = useSyncExternalStore(
    subscribe,
    () => api.getLanguage().language,
  );
  return regional(language);
}

function regional(language: string): string {
  const wanted = language.toLowerCase();
  const variant = navigator.languages?.find(
    each => each.toLowerCase().split('-')[0] === wanted,
  );
  return variant ?? language;
}
