import type { Sentence } from '@ghostlight/plugin-delivery-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useDeliveryText } from '../translation';
import { knownSentence, sentenceText } from './sentenceText';

/** Says a sentence of the backend in the reader's language. */
export function useSay(): (
  sentence: Sentence,
  within?: readonly Sentence[],
) => string {
  const t = useDeliveryText();
  const format = useFormats();
  return useCallback(
    (sentence, within) => sentenceText(sentence, { t, format }, within),
    [t, format],
  );
}

/** The same as an element, marked as English where it is the backend's own words. */
export function Said(props: {
  sentence: Sentence;
  /** Sentences that it may quote. */
  within?: readonly Sentence[];
}) {
  const t = useDeliveryText();
  const format = useFormats();
  const known = knownSentence(props.sentence, { t, format }, props.within);
  return known ? <>{known}</> : <span lang="en">{props.sentence.text}</span>;
}
