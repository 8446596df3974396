import type { Said } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useIncidentsText } from '../translation';
import { knownText, saidText } from './saidText';

/** Says a sentence of the backend in the reader's language. */
export function useSaid(): (sentence: string, said?: Said) => string {
  const t = useIncidentsText();
  const format = useFormats();
  return useCallback(
    (sentence, said) => saidText(sentence, said, { t, format }),
    [t, format],
  );
}

/** The same as an element, marked as English where it is the backend's own words. */
export function SaidWords(props: { sentence: string; said?: Said }) {
  const t = useIncidentsText();
  const format = useFormats();
  const known = knownText(props.said, { t, format });
  return known ? <>{known}</> : <span lang="en">{props.sentence}</span>;
}
