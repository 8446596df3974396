import {
  useTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { incidentsTranslationRef } from './incidentsTranslation';

type MessagesOf<TRef> = TRef extends TranslationRef<string, infer T>
  ? T
  : never;

/** Looks up a text of the incidents screens in the reader's language. */
export type IncidentsText = TranslationFunction<
  MessagesOf<typeof incidentsTranslationRef>
>;

export function useIncidentsText(): IncidentsText {
  return useTranslationRef(incidentsTranslationRef).t;
}
