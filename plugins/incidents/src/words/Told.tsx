import type { Sentence } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { knownSentence } from './sentenceText';

/** A sentence of a triage in the reader's language, marked as English where it is the backend's own words. */
export function Told(props: {
  sentence: Sentence;
  /** Sentences that it may quote. */
  within?: readonly Sentence[];
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const known = knownSentence(props.sentence, { t, format }, props.within);
  return known ? <>{known}</> : <span lang="en">{props.sentence.text}</span>;
}
