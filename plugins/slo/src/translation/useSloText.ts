import {
  useTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { sloTranslationRef } from './sloTranslation';

type MessagesOf<TRef> = TRef extends TranslationRef<string, infer T>
  ? T
  : never;

/** Looks up a text of the slo screens in the reader's language. */
export type SloText = TranslationFunction<MessagesOf<typeof sloTranslationRef>>;

export function useSloText(): SloText {
  return useTranslationRef(sloTranslationRef).t;
}
