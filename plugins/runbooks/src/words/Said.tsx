import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useRunbooksText } from '../translation';
import classes from './words.module.css';
import { knownSentence, sentenceText } from './sentenceText';

/** Says a sentence of the backend in the reader's language. */
export function useSay(): (sentence: Sentence) => string {
  const t = useRunbooksText();
  const format = useFormats();
  return useCallback(
    sentence => sentenceText(sentence, { t, format }),
    [t, format],
  );
}

/** The same as an element, marked as English where it is the backend's own words. */
export function Said({ sentence }: { sentence: Sentence }) {
  const t = useRunbooksText();
  const format = useFormats();
  const known = knownSentence(sentence, { t, format });
  return known ? <>{known}</> : <span lang="en">{sentence.text}</span>;
}

/** Sentences as bullets; nothing where there is none. */
export function SaidList({ sentences }: { sentences: Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className={classes.sentences}>
      {sentences.map(each => (
        <li key={`${each.code} ${each.text}`}>
          <Said sentence={each} />
        </li>
      ))}
    </ul>
  );
}
