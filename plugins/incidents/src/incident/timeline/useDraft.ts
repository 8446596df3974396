import { useCallback, useState } from 'react';
import { onceKey } from '@ghostlight/reliability-react';

export interface Draft {
  text: string;
  /** Under which the note is sent, however often that is tried. */
  key: string;
}

function read(place: string): Draft {
  try {
    const found = JSON.parse(window.localStorage.getItem(place) ?? 'null');
    if (typeof found?.text === 'string' && typeof found?.key === 'string') {
      return { text: found.text, key: found.key };
    }
  } catch {
    // No storage, or not what was put there: start empty.
  }
  return { text: '', key: onceKey() };
}

function write(place: string, draft: Draft): void {
  try {
    if (draft.text) window.localStorage.setItem(place, JSON.stringify(draft));
    else window.localStorage.removeItem(place);
  } catch {
    // Full or switched off: the draft lives as long as the page.
  }
}

/** An unsent note, which outlives a failed attempt, leaving the page and reloading it. */
export function useDraft(id: string) {
  const place = `ghostlight.incidents.draft.${id}`;
  const [draft, setDraft] = useState<Draft>(() => read(place));
  const setText = useCallback(
    (text: string) =>
      setDraft(last => {
        const next = { ...last, text };
        write(place, next);
        return next;
      }),
    [place],
  );
  const clear = useCallback(() => {
    const next = { text: '', key: onceKey() };
    write(place, next);
    setDraft(next);
  }, [place]);
  return { draft, setText, clear };
}
